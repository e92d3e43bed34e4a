import { type Emission, tokensOf } from "../emission";
import { dataFrame } from "../event-stream";
import type { Choice, Reply } from "../reply";
import type { Frame, MakeId } from "../sandbox-dialect";
import { callPart, envelopeOf, finishReasonOf, signatureOf, usageMetadataOf } from "./answer";

type Piece = {
  readonly part: Readonly<Record<string, unknown>> | undefined;
  readonly of: readonly Emission[];
};

/** Texts come piece by piece, each call whole: its arguments are gathered first. */
function* piecesOf(choice: Choice, showsThoughts: boolean, makeId: MakeId): Generator<Piece> {
  let signature = signatureOf(choice);
  for (const [at, emission] of choice.emissions.entries()) {
    if (emission.kind === "arguments") continue;
    if (emission.kind === "text") yield { part: { text: emission.text }, of: [emission] };
    else if (emission.kind === "thought") {
      const part = showsThoughts ? { text: emission.text, thought: true } : undefined;
      yield { part, of: [emission] };
    } else {
      const rest = choice.emissions.slice(at + 1);
      const end = rest.findIndex(({ kind }) => kind !== "arguments");
      const given = end < 0 ? rest : rest.slice(0, end);
      const json = given.map((piece) => ("text" in piece ? piece.text : "")).join("");
      yield {
        part: { ...callPart(emission.name, json, makeId), ...signature },
        of: [emission, ...given],
      };
      signature = {};
    }
  }
}

/**
 * The answer as Gemini streams it with `alt=sse`: whole answers that add up, each with the counts so
 * far, and no end mark.
 * @see https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent
 */
export function* toChunks(reply: Reply, showsThoughts: boolean, makeId: MakeId): Generator<Frame> {
  const envelope = envelopeOf(reply, makeId);
  let said = 0;
  let thought = 0;
  const chunk = (index: number, part: object, more: object, tokens: number) =>
    dataFrame(
      {
        candidates: [{ content: { parts: [part], role: "model" }, ...more, index }],
        usageMetadata: usageMetadataOf(reply, said, thought),
        ...envelope,
      },
      tokens,
    );
  for (const choice of reply.choices) {
    for (const { part, of } of piecesOf(choice, showsThoughts, makeId)) {
      const tokens = tokensOf(of);
      if (of[0]?.kind === "thought") thought += tokens;
      else said += tokens;
      yield part ? chunk(choice.index, part, {}, tokens) : { bytes: "", tokens };
    }
    yield chunk(choice.index, { text: "" }, { finishReason: finishReasonOf(choice) }, 0);
  }
}
