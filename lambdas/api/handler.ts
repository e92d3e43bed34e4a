import type { AnswerOf, InputOf, Operation } from "../../core/contract/operation";
import type { OrganizationId } from "../../core/ids";
import type { ActorOf } from "./actor";

/** What a handler adds to the audit row of a write: never a secret, a prompt or an answer. */
export type AuditNote = {
  /** @default the path's parameters */
  readonly target?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Where the user had none before. */
  readonly organization?: OrganizationId;
};

/** One call of an operation: authenticated, allowed, and read by its schemas. */
export type ApiRequest<O extends Operation> = InputOf<O> & {
  readonly actor: ActorOf<O>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Every write that succeeds leaves an audit row; this says more of it. */
  readonly note: (note: AuditNote) => void;
};

/** @throws RequestError for what the caller can mend. */
export type Handler<O extends Operation> = (request: ApiRequest<O>) => Promise<AnswerOf<O>>;

/** The handlers of a resource, by its operations' ids; one that lacks does not compile. */
export type HandlersOf<Operations extends readonly Operation[]> = {
  readonly [O in Operations[number] as O["id"]]: Handler<O>;
};
