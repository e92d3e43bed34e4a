import type { ServerResponse } from "node:http";
import { tokensOf } from "./emission";
import { findSandboxModel, type Tongue } from "./find-model";
import { randomId } from "./ids";
import { lackOf } from "./lack";
import { createPacer, type Pace, type Pacer } from "./pace";
import { promptOf } from "./prompt";
import type { PromptCache } from "./prompt-cache";
import { composeReply, type Reply } from "./reply";
import type { Exchange, MakeId, SandboxCall, SandboxDialect } from "./sandbox-dialect";

export type SandboxParts = {
  readonly cache: PromptCache;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly pace: Pace;
};

type Sending = {
  readonly response: ServerResponse;
  readonly pacer: Pacer;
  readonly makeId: MakeId;
};

const sendWhole = async (exchange: Exchange, reply: Reply, sending: Sending) => {
  const { response, pacer, makeId } = sending;
  await pacer.begin();
  await pacer.make(Math.max(...reply.choices.map(({ emissions }) => tokensOf(emissions))));
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(exchange.whole(reply, makeId)));
};

const sendStream = async (
  exchange: Exchange,
  reply: Reply,
  streamType: string,
  { response, pacer, makeId }: Sending,
) => {
  response.writeHead(200, { "content-type": streamType });
  response.flushHeaders();
  await pacer.begin();
  for (const { bytes, tokens } of exchange.stream(reply, makeId)) {
    await pacer.make(tokens);
    if (bytes.length > 0) response.write(bytes);
  }
  response.end();
};

/**
 * What is answered to a call, before it is written.
 *
 * @throws SandboxError for a request that can't be answered.
 */
const replyTo = (
  { asked }: Exchange,
  { refusals }: SandboxDialect,
  tongue: Tongue,
  { cache, now }: SandboxParts,
) => {
  const model = findSandboxModel(asked.model, tongue);
  if (!model) throw refusals.unknownModel(asked.model);
  const prompt = promptOf(asked);
  const tokens = prompt.pieces.length;
  const lack = lackOf(asked, model, tokens);
  if (lack) throw refusals.lack(lack);
  const at = now();
  const cached = cache[asked.caching](asked.model, prompt, at);
  return { model, reply: composeReply(asked, model, { ...cached, tokens }, at) };
};

/**
 * Answers one call for a conversation's next turn.
 *
 * @param signal - aborted when the caller leaves; then this rejects with the signal's reason.
 * @throws SandboxError for a request that can't be answered; nothing was written then.
 */
export const answerCall = async (
  call: SandboxCall,
  response: ServerResponse,
  { dialect, tongue }: { readonly dialect: SandboxDialect; readonly tongue: Tongue },
  parts: SandboxParts,
  signal: AbortSignal,
): Promise<void> => {
  const exchange = dialect.read(call);
  const { model, reply } = replyTo(exchange, dialect, tongue, parts);
  const pacer = createPacer(parts.pace, model, signal);
  const makeId: MakeId = (prefix, length) => randomId(prefix, length, parts.random);
  const sending = { response, pacer, makeId };
  if (exchange.streamed) await sendStream(exchange, reply, dialect.streamType, sending);
  else await sendWhole(exchange, reply, sending);
};
