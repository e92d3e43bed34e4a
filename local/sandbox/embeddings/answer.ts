import { openAiRefusals } from "../completions/errors";
import { findSandboxModel } from "../find-model";
import type { SandboxCall } from "../sandbox-dialect";
import { piecesOf } from "../tokens";
import { type EmbeddingsRequest, inputsOf, parseEmbeddings } from "./request";
import { vectorOf } from "./vector";

/** As many as OpenAI's small model has. */
const usualDimensions = 1_536;

const written = (vector: Float32Array, format: EmbeddingsRequest["encoding_format"]) =>
  format === "base64"
    ? Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString("base64")
    : [...vector];

/** Answers `POST /v1/embeddings`. */
export const answerEmbeddings = ({ body }: SandboxCall): unknown => {
  const request = parseEmbeddings(body);
  const { model: id, dimensions, encoding_format: format } = request;
  const model = findSandboxModel(id, "embeddings");
  if (!model) throw openAiRefusals.unknownModel(id);
  const inputs = inputsOf(request, piecesOf);
  const most = model.offer.limits.contextTokens;
  for (const { length: given } of inputs) {
    if (given > most) throw openAiRefusals.lack({ kind: "context", model: id, given, most });
  }
  const tokens = inputs.reduce((sum, { length }) => sum + length, 0);
  return {
    object: "list",
    data: inputs.map((pieces, index) => ({
      object: "embedding",
      index,
      embedding: written(vectorOf(pieces, dimensions ?? usualDimensions), format),
    })),
    model: id,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
};
