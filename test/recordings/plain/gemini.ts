import {
  count,
  type Loose,
  list,
  loose,
  type PlainAnswer,
  type PlainFinish,
  text,
} from "./plain-answer";

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

/** `$.items[0].name` as its steps. */
const steps = (path: string): readonly (string | number)[] =>
  [...path.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\['([^']+)'\]/g)].map(([, name, at, quoted]) =>
    at === undefined ? (name ?? quoted ?? "") : Number(at),
  );

type Box = Record<string | number, unknown>;

/** Puts one piece of an argument where it belongs; pieces of a text are joined. */
const put = (root: Box, piece: Loose): void => {
  const way = steps(text(piece.jsonPath));
  const last = way.at(-1) ?? "";
  let box = root;
  way.slice(0, -1).forEach((step, at) => {
    box[step] ??= typeof way[at + 1] === "number" ? [] : {};
    box = box[step] as Box;
  });
  const { stringValue, numberValue, boolValue } = piece;
  if (stringValue !== undefined) box[last] = text(box[last]) + text(stringValue);
  else box[last] = numberValue ?? boolValue ?? null;
};

/** Calls come whole, or a name first and then their arguments in pieces. */
const callsIn = (parts: readonly Loose[]): PlainAnswer["calls"] => {
  const calls: { name: string; arguments: Box }[] = [];
  for (const { functionCall } of parts) {
    if (!functionCall) continue;
    const name = text(functionCall.name);
    if (name !== "") calls.push({ name, arguments: { ...(functionCall.args as object) } });
    const open = calls.at(-1)?.arguments;
    if (open) for (const piece of list(functionCall.partialArgs)) put(open, piece);
  }
  return calls;
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
  const calls = callsIn(parts);
  const reason = candidates.map((candidate) => text(candidate.finishReason)).findLast(Boolean);
  const blocked = chunks.some((chunk) => chunk.promptFeedback?.blockReason !== undefined);
  const usage = chunks.map((chunk) => chunk.usageMetadata).findLast(Boolean);
  return {
    text: said(false),
    reasoning: said(true),
    calls,
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
