import Anthropic from "@anthropic-ai/sdk";
import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import OpenAI from "openai";
import type { Pace } from "../../../local/sandbox/pace";
import { type Sandbox, startSandbox } from "../../../local/sandbox/sandbox";
import { sandboxKey } from "../../../local/sandbox/sandbox-key";

export type ServedSandbox = Sandbox & {
  /** Without its path. */
  readonly origin: string;
  readonly client: OpenAI;
  readonly anthropic: Anthropic;
  readonly bedrock: BedrockRuntimeClient;
  /** A POST below `/v1beta/models`, as Gemini is called. */
  readonly gemini: (path: string, body: unknown, key?: string) => Promise<Response>;
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
  const { origin } = new URL(sandbox.baseUrl);
  const bedrock = new BedrockRuntimeClient({
    endpoint: origin,
    region: "us-east-1",
    // It would speak HTTP/2 by itself, which Bedrock does and the sandbox does not.
    requestHandler: new NodeHttpHandler(),
    credentials: { accessKeyId: "AKIASANDBOX", secretAccessKey: "not-a-secret" },
    maxAttempts: 1,
  });
  return {
    ...sandbox,
    origin,
    anthropic: new Anthropic({ baseURL: origin, apiKey: sandboxKey, maxRetries: 0 }),
    bedrock,
    gemini: (path, body, key = sandboxKey) =>
      fetch(`${origin}/v1beta/models/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-goog-api-key": key },
        body: JSON.stringify(body),
      }),
    async close() {
      bedrock.destroy();
      await sandbox.close();
    },
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
