import type { ServerResponse } from "node:http";
import { parseChatRequest } from "./chat-request";
import { checkRequest } from "./check-request";
import { toChunks } from "./chunks";
import { toCompletion } from "./completion";
import { findSandboxModel } from "./models";
import { createPacer, type Pace, type Pacer } from "./pace";
import { promptPieces } from "./prompt";
import type { PromptCache } from "./prompt-cache";
import { completionTokens, composeReply, type Reply } from "./reply";
import { SandboxError } from "./sandbox-error";

export type SandboxParts = {
  readonly cache: PromptCache;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly pace: Pace;
};

const longestThinking = ({ choices }: Reply) =>
  Math.max(...choices.map(({ thinkingTokens }) => thinkingTokens));

const sendWhole = async (reply: Reply, response: ServerResponse, pacer: Pacer) => {
  const thinking = longestThinking(reply);
  await pacer.begin(thinking);
  await pacer.make(Math.max(...reply.choices.map(completionTokens)) - thinking);
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(toCompletion(reply)));
};

const sendStream = async (
  reply: Reply,
  includeUsage: boolean,
  response: ServerResponse,
  pacer: Pacer,
) => {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
  response.flushHeaders();
  await pacer.begin(longestThinking(reply));
  for (const { payload, tokens } of toChunks(reply, includeUsage)) {
    await pacer.make(tokens / reply.choices.length);
    response.write(`data: ${JSON.stringify(payload)}\n\n`);
  }
  response.end("data: [DONE]\n\n");
};

/**
 * Answers one `POST /v1/chat/completions`.
 *
 * @param signal - aborted when the caller leaves; then this rejects with the signal's reason.
 * @throws SandboxError for a request that can't be answered; nothing was written then.
 */
export const answerChat = async (
  body: string,
  response: ServerResponse,
  { cache, now, random, pace }: SandboxParts,
  signal: AbortSignal,
): Promise<void> => {
  const request = parseChatRequest(body);
  const model = findSandboxModel(request.model);
  if (!model) {
    throw new SandboxError(
      404,
      `The model \`${request.model}\` does not exist or you do not have access to it.`,
      "model_not_found",
    );
  }
  const pieces = promptPieces(request);
  checkRequest(request, model, pieces.length);
  const at = now();
  const prompt = { tokens: pieces.length, cached: cache.read(request.model, pieces, at) };
  const reply = composeReply(request, model, prompt, { now: at, random });
  const pacer = createPacer(pace, model, signal);
  if (!request.stream) await sendWhole(reply, response, pacer);
  else {
    const includeUsage = request.stream_options?.include_usage ?? false;
    await sendStream(reply, includeUsage, response, pacer);
  }
};
