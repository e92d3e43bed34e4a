import { count, list, loose, type PlainAnswer, type PlainFinish, text } from "./plain-answer";

const finishOf = (reason: string, calls: number): PlainFinish => {
  if (reason === "STOP") return calls > 0 ? "tools" : "stop";
  if (reason === "MAX_TOKENS") return "length";
  if (
    /^(SAFETY|RECITATION|LANGUAGE|BLOCKLIST|PROHIBITED_CONTENT|SPII|IMAGE_SAFETY)$/.test(reason)
  ) {
    return "filter";
  }
  if (/MALFORMED|UNEXPECTED|TOO_MANY/.test(reason)) return "error";
  return "none";
};

/** An answer that is streamed is the same in pieces: whole parts each time. */
export const plainGeminiStream = (payloads: readonly string[]): PlainAnswer => {
  const chunks = payloads.map((payload) => loose(JSON.parse(payload)));
  const candidates = chunks.flatMap((chunk) => list(chunk.candidates).slice(0, 1));
  const parts = candidates.flatMap((candidate) => list(candidate.content?.parts));
  const said = (thought: boolean) =>
    parts
      .filter((part) => Boolean(part.thought) === thought)
      .map((part) => text(part.text))
      .join("");
  const calls = parts.flatMap((part) => (part.functionCall ? [part.functionCall] : []));
  const reason = candidates.map((candidate) => text(candidate.finishReason)).findLast(Boolean);
  const blocked = chunks.some((chunk) => chunk.promptFeedback?.blockReason !== undefined);
  const usage = chunks.map((chunk) => chunk.usageMetadata).findLast(Boolean);
  return {
    text: said(false),
    reasoning: said(true),
    calls: calls.map((call) => ({ name: text(call.name), arguments: call.args ?? {} })),
    finish: blocked ? "filter" : finishOf(reason ?? "", calls.length),
    ...(usage && {
      usage: {
        input: count(usage.promptTokenCount) + count(usage.toolUsePromptTokenCount),
        cached: count(usage.cachedContentTokenCount),
        output: count(usage.candidatesTokenCount) + count(usage.thoughtsTokenCount),
      },
    }),
  };
};

export const plainGemini = (body: unknown): PlainAnswer =>
  plainGeminiStream([JSON.stringify(body)]);
