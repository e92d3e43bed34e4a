import type { ProviderUsage } from "../../usage/provider-usage";
import type { NeutralAnswer, NeutralChoice } from "./answer";
import type { NeutralEvent, TokenLogprob } from "./event";
import type { AssistantPart } from "./part";

type Gathering = {
  readonly parts: Map<number, AssistantPart>;
  readonly logprobs: TokenLogprob[];
  ending?: Pick<NeutralChoice, "finish" | "stopSequence">;
};

type Said = Extract<NeutralEvent, { part: number }>;

/** A part with one more piece; undefined where an event begins or continues none. */
const grown = (part: AssistantPart | undefined, event: Said): AssistantPart | undefined => {
  if (event.kind === "arguments") {
    return part?.kind === "tool-call"
      ? { ...part, arguments: part.arguments + event.text }
      : undefined;
  }
  if (event.kind === "tool-call") {
    const { id, name, seal } = event;
    return { kind: "tool-call", id, name, arguments: "", ...(seal && { seal }) };
  }
  const text = (part && "text" in part ? part.text : "") + event.text;
  if (event.kind !== "reasoning") return { kind: event.kind, text };
  const seal = event.seal ?? (part?.kind === "reasoning" ? part.seal : undefined);
  return {
    kind: "reasoning",
    text,
    ...(seal && { seal }),
    ...(event.redacted && { redacted: true }),
  };
};

const toChoice = ({ parts, logprobs, ending }: Gathering): NeutralChoice => ({
  parts: [...parts.entries()].sort(([a], [b]) => a - b).map(([, part]) => part),
  ...(ending ?? { finish: "stop" }),
  ...(logprobs.length > 0 && { logprobs }),
});

/** Joins the events of a stream into the whole answer that they are the pieces of. */
export const gatherAnswer = (events: Iterable<NeutralEvent>): NeutralAnswer => {
  const choices = new Map<number, Gathering>();
  const unsaid = new Set<string>();
  let start: Pick<NeutralAnswer, "id" | "model"> = {};
  let usage: ProviderUsage | undefined;
  const at = (index: number): Gathering => {
    const known = choices.get(index) ?? { parts: new Map(), logprobs: [] };
    choices.set(index, known);
    return known;
  };
  for (const event of events) {
    if (event.kind === "start") {
      const { id, model } = event;
      start = { ...(id !== undefined && { id }), ...(model !== undefined && { model }) };
    } else if (event.kind === "usage") usage = event.usage;
    else if (event.kind === "unsaid") unsaid.add(event.what);
    else if (event.kind === "finish") {
      const { reason, stopSequence } = event;
      at(event.choice).ending = {
        finish: reason,
        ...(stopSequence !== undefined && { stopSequence }),
      };
    } else if ("part" in event) {
      const { parts, logprobs } = at(event.choice);
      const part = grown(parts.get(event.part), event);
      if (part) parts.set(event.part, part);
      if (event.kind === "text" && event.logprobs) logprobs.push(...event.logprobs);
    }
  }
  const inOrder = [...choices.entries()].sort(([a], [b]) => a - b);
  return {
    ...start,
    choices: inOrder.map(([, choice]) => toChoice(choice)),
    ...(usage && { usage }),
    unsaid: [...unsaid],
  };
};
