import type { IncomingHttpHeaders } from "node:http";
import type { Asked } from "./asked";
import type { Lack } from "./lack";
import type { Reply } from "./reply";
import type { SandboxError } from "./sandbox-error";

/** One piece of a stream as it goes over the wire, and how many tokens are made before it. */
export type Frame = { readonly bytes: string | Uint8Array; readonly tokens: number };

/** An id: a prefix and `length` random characters. */
export type MakeId = (prefix: string, length: number) => string;

/** One call, read: what is asked for, and how the answer is to be written. */
export type Exchange = {
  readonly asked: Asked;
  readonly streamed: boolean;
  /** The answer as one JSON body. */
  readonly whole: (reply: Reply, makeId: MakeId) => unknown;
  readonly stream: (reply: Reply, makeId: MakeId) => Iterable<Frame>;
};

/** A call as it came in. */
export type SandboxCall = {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Where the path names it. */
  readonly model: string;
  /** Where the path says so. */
  readonly streamed: boolean;
  readonly query: URLSearchParams;
};

/** How a provider refuses, in its own words and shape. */
export type Refusals = {
  readonly unknownModel: (model: string) => SandboxError;
  readonly lack: (lack: Lack) => SandboxError;
  readonly unknownPath: (asked: string) => SandboxError;
  readonly body: (error: SandboxError) => unknown;
  readonly headers?: (error: SandboxError) => Readonly<Record<string, string>>;
};

/** A language that the sandbox is spoken to in. Pure, but for the ids it is lent. */
export type SandboxDialect = {
  readonly refusals: Refusals;
  /** @throws SandboxError where the sandbox's key is not shown. */
  readonly authenticate: (headers: IncomingHttpHeaders) => void;
  /** @throws SandboxError for what the provider would not take. */
  readonly read: (call: SandboxCall) => Exchange;
  readonly streamType: string;
};
