import type { GatewayRequest } from "./exchange";

/** What Anthropic's clients say in headers: the version of its API, and what is in beta. */
const names = ["anthropic-version", "anthropic-beta"] as const;

/** Headers of the caller's that providers of its own dialect read. */
export const passedHeadersOf = ({ headers }: GatewayRequest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
