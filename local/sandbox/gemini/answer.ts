import { tokensOf } from "../emission";
import { type Choice, type Reply, thinkingTokens } from "../reply";
import { argumentsObject, type SaidPart, saidParts, thoughtText } from "../said";
import type { MakeId } from "../sandbox-dialect";
import { sealOf } from "../seal";

const text = (tokenCount: number) => [{ modality: "TEXT", tokenCount }];

/** The counts of an answer as far as it was made: what was thought stands beside what was said. */
export const usageMetadataOf = ({ prompt }: Reply, said: number, thought: number) => ({
  promptTokenCount: prompt.tokens,
  candidatesTokenCount: said,
  totalTokenCount: prompt.tokens + said + thought,
  promptTokensDetails: text(prompt.tokens),
  ...(prompt.read > 0 && {
    cachedContentTokenCount: prompt.read,
    cacheTokensDetails: text(prompt.read),
  }),
  ...(thought > 0 && { thoughtsTokenCount: thought }),
});

/** Why an answer ended: Google has one word for all good ends. */
export const finishReasonOf = ({ ending }: Choice) => (ending === "length" ? "MAX_TOKENS" : "STOP");

/** What a choice's calls are signed with, where it thought before them. */
export const signatureOf = (choice: Choice): { readonly thoughtSignature?: string } => {
  const thought = thoughtText(choice);
  return thought ? { thoughtSignature: sealOf("gemini", thought) } : {};
};

/** A call as a part. */
export const callPart = (name: string, given: string, makeId: MakeId) => ({
  functionCall: { name, args: argumentsObject(given), id: makeId("", 8) },
});

const partOf = (part: SaidPart, makeId: MakeId): Readonly<Record<string, unknown>> => {
  if (part.kind === "call") return callPart(part.name, part.arguments, makeId);
  return part.kind === "thought" ? { text: part.text, thought: true } : { text: part.text };
};

/** Parts as the caller sees them; the first call carries the signature. */
const partsOf = (choice: Choice, showsThoughts: boolean, makeId: MakeId) => {
  const shown = saidParts(choice).filter(({ kind }) => showsThoughts || kind !== "thought");
  const signed = shown.findIndex(({ kind }) => kind === "call");
  return shown.map((part, at) => ({
    ...partOf(part, makeId),
    ...(at === signed && signatureOf(choice)),
  }));
};

/** What each answer carries beside its candidates. */
export const envelopeOf = (reply: Reply, makeId: MakeId) => ({
  modelVersion: reply.model,
  responseId: makeId("", 23),
});

/** The answer as one JSON body. */
export const toGenerated = (reply: Reply, showsThoughts: boolean, makeId: MakeId) => {
  const thought = reply.choices.reduce((sum, choice) => sum + thinkingTokens(choice), 0);
  const all = reply.choices.reduce((sum, { emissions }) => sum + tokensOf(emissions), 0);
  return {
    candidates: reply.choices.map((choice) => ({
      content: { parts: partsOf(choice, showsThoughts, makeId), role: "model" },
      finishReason: finishReasonOf(choice),
      index: choice.index,
    })),
    usageMetadata: usageMetadataOf(reply, all - thought, thought),
    ...envelopeOf(reply, makeId),
  };
};
