import request from "undici/lib/api/api-request.js";
import Agent from "undici/lib/dispatcher/agent.js";
import { type Upstream, UpstreamUnreachableError } from "./upstream";

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "unknown";

/**
 * Calls providers over kept-alive connections. The gateway's own deadlines decide how long a call
 * may take, so undici's are off; redirects are not followed.
 */
export const createUndiciUpstream = (): Upstream => {
  const dispatcher = new Agent({
    connect: { timeout: 10_000 },
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 60_000,
  });
  return async ({ method, url, headers, body }, signal) => {
    try {
      const { origin, pathname, search } = new URL(url);
      const answer = await request.call(dispatcher, {
        origin,
        path: pathname + search,
        method,
        headers,
        body: body ?? null,
        signal,
      });
      return { status: answer.statusCode, headers: answer.headers, body: answer.body };
    } catch (error) {
      signal.throwIfAborted();
      throw new UpstreamUnreachableError(codeOf(error), { cause: error });
    }
  };
};
