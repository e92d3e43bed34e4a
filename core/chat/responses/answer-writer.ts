import type { ProviderUsage } from "../../usage/provider-usage";
import type { AnswerContext } from "../caller-dialect";
import type { FinishReason, NeutralEvent } from "../neutral/event";
import { errorFields } from "./error-event";
import { type Outcome, outcomeOf } from "./outcome";
import type { Emit } from "./output-item";
import { createOutputWriter } from "./output-writer";
import { responseObject } from "./response-object";

/** One answer as it is written: the whole and the stream of it are the same work. */
export type AnswerWriter = {
  add(event: NeutralEvent): void;
  /** The Response object as it stands. */
  response(): ReturnType<typeof responseObject>;
};

/** Writes an answer in OpenAI's events. Of several answers (`n`, which this dialect lacks) it is the first. */
export const createAnswerWriter = (context: AnswerContext, emit: Emit): AnswerWriter => {
  const output = createOutputWriter(context.id, emit);
  let usage: ProviderUsage | undefined;
  let finish: FinishReason | undefined;
  let outcome: Outcome = { status: "in_progress" };
  let saysRefusal = false;
  let begun = false;

  const response = () =>
    responseObject(context, { ...outcome, output: output.items(), ...(usage && { usage }) });

  const begin = (): void => {
    if (begun) return;
    begun = true;
    emit("response.created", { response: response() });
    emit("response.in_progress", { response: response() });
  };

  const end = (last: Outcome): void => {
    output.close(last.status === "completed" ? "completed" : "incomplete");
    outcome = last;
    emit(`response.${last.status}`, { response: response() });
  };

  /** OpenAI's client raises on the second event alone, and its readers of usage look for the first. */
  const fail = ({ code, message }: Extract<NeutralEvent, { kind: "failure" }>): void => {
    const error = { code: code ?? "server_error", message };
    end({ status: "failed", error });
    emit("error", errorFields({ ...error, type: "server_error", param: null }));
  };

  return {
    response,
    add(event) {
      if (outcome.status !== "in_progress") return;
      begin();
      if (event.kind === "usage") usage = event.usage;
      else if (event.kind === "failure") fail(event);
      else if (event.kind === "end") end(outcomeOf(finish ?? "stop", saysRefusal));
      else if (event.kind === "finish" && event.choice === 0) {
        finish = event.reason;
        const { status } = outcomeOf(finish, saysRefusal);
        output.close(status === "completed" ? "completed" : "incomplete");
      } else if ("part" in event && event.choice === 0) {
        if (event.kind === "refusal") saysRefusal = true;
        output.add(event);
      }
    },
  };
};
