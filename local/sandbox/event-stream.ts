import type { Frame } from "./sandbox-dialect";

/** A server-sent event of JSON without a name. */
export const dataFrame = (payload: unknown, tokens = 0): Frame => ({
  bytes: `data: ${JSON.stringify(payload)}\n\n`,
  tokens,
});

/** A server-sent event of JSON that is named by its `type`. */
export const namedFrame = (
  payload: { readonly type: string } & Readonly<Record<string, unknown>>,
  tokens = 0,
): Frame => ({
  bytes: `event: ${payload.type}\ndata: ${JSON.stringify(payload)}\n\n`,
  tokens,
});
