import OpenAI from "openai";
import type { Pace } from "../../../local/sandbox/pace";
import { type Sandbox, startSandbox } from "../../../local/sandbox/sandbox";
import { sandboxKey } from "../../../local/sandbox/sandbox-key";

export type ServedSandbox = Sandbox & {
  readonly client: OpenAI;
  /** A bare POST, for what the client would not send or would hide. */
  readonly post: (body: unknown, authorization?: string) => Promise<Response>;
  /** Moves the sandbox's clock on. */
  readonly pass: (ms: number) => void;
};

/** A sandbox with a clock that stands still, and the stock client at it. */
export const serveSandbox = async (pace: Pace = "instant"): Promise<ServedSandbox> => {
  let now = 1_795_500_000_000;
  let ids = 0;
  const random = () => {
    ids = (ids + 0.618_033_988_75) % 1;
    return ids;
  };
  const sandbox = await startSandbox({ now: () => now, random, pace });
  return {
    ...sandbox,
    client: new OpenAI({ baseURL: sandbox.baseUrl, apiKey: sandboxKey, maxRetries: 0 }),
    post: (body, authorization = `Bearer ${sandboxKey}`) =>
      fetch(`${sandbox.baseUrl}/chat/completions`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    pass: (ms) => {
      now += ms;
    },
  };
};

export const ask = (content: string) => [{ role: "user" as const, content }];
