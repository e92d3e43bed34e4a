import type { Dialect } from "../../core/chat/dialect";
import type { Attempt } from "../../core/usage/usage-event";
import type { HttpAnswer } from "../shared/http/upstream";
import { UpstreamUnreachableError } from "../shared/http/upstream";
import type { ProviderFailure } from "../shared/providers/adapter";
import { InterruptedError } from "./deadlines";

/** Where a request may go after an attempt failed. */
export type Remedy =
  /** The same model may succeed a moment later; another one as well. */
  | "again-or-elsewhere"
  /** This model won't; another one may. */
  | "other-model"
  /** This provider won't; another one may. */
  | "other-provider"
  /** Only a substitute is at fault: the model that was asked for may take the request. */
  | "asked-model"
  | "none";

/** One attempt that brought no answer. Its message never holds the provider's words. */
export class AttemptFailure extends Error {
  override readonly name = "AttemptFailure";
  constructor(
    readonly outcome: Exclude<Attempt["outcome"], "answered">,
    readonly code: string,
    readonly remedy: Remedy,
    /** The provider is at fault: counts against its circuit. */
    readonly providersFault: boolean,
    /** The provider's own refusal, to be passed on if nothing else helps. */
    readonly answer?: {
      readonly status: number;
      readonly headers: HttpAnswer["headers"];
      readonly body: string;
      /** The dialect of the body. */
      readonly dialect: Dialect;
      /** What it says in the provider's own words; undefined where it says nothing. */
      readonly message: string | undefined;
    },
  ) {
    super(`attempt failed: ${code}`);
  }
}

const remedyOf = (status: number, failure: ProviderFailure): Remedy => {
  if (failure.spentCredit || [401, 402, 403].includes(status)) return "other-provider";
  if (status === 429 || status === 408 || status >= 500) return "again-or-elsewhere";
  return "asked-model";
};

/** A provider's HTTP refusal. */
export const refused = (
  answer: NonNullable<AttemptFailure["answer"]>,
  failure: ProviderFailure,
): AttemptFailure => {
  const { status } = answer;
  const code = failure.code ?? `http_${status}`;
  return new AttemptFailure("refused", code, remedyOf(status, failure), status >= 500, answer);
};

/** Status 200 and no answer: an HTML page, an empty body, a stream that fails at once. */
export const notAnAnswer = (code: string): AttemptFailure =>
  new AttemptFailure("refused", code, "again-or-elsewhere", true);

/** What a thrown error of the call itself means. */
export const toAttemptFailure = (error: unknown): AttemptFailure => {
  if (error instanceof AttemptFailure) return error;
  if (error instanceof InterruptedError) {
    const { why } = error;
    if (why === "client-left") return new AttemptFailure("cancelled", "client_left", "none", false);
    // The total is the request's own: other attempts may have used it up.
    if (why === "total") return new AttemptFailure("timeout", "timeout_total", "none", false);
    return new AttemptFailure("timeout", `timeout_${why.replace("-", "_")}`, "other-model", true);
  }
  const code = error instanceof UpstreamUnreachableError ? error.code : "connection_lost";
  // The call itself can't be made, as with a line break in a stored key: no provider saw it.
  if (code.startsWith("UND_ERR_INVALID")) {
    return new AttemptFailure("unreachable", "invalid_credential", "other-provider", false);
  }
  // The customer's own address leads nowhere that may be called: trying again would change nothing.
  if (code === "address_not_public") {
    return new AttemptFailure("unreachable", code, "other-provider", false);
  }
  return new AttemptFailure("unreachable", code, "again-or-elsewhere", true);
};
