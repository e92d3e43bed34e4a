import { modelsSpeaking } from "../find-model";
import type { SandboxCall } from "../sandbox-dialect";
import { geminiRefusals } from "./errors";

/** The models that are spoken to in Gemini's dialect, or the one that the path names. */
export const listGeminiModels = ({ model: id }: SandboxCall): unknown => {
  const models = modelsSpeaking("gemini").map(({ offer }) => ({
    name: `models/${offer.id}`,
    displayName: offer.name,
    inputTokenLimit: offer.limits.contextTokens,
    outputTokenLimit: offer.limits.outputTokens,
    supportedGenerationMethods: ["generateContent"],
    thinking: offer.can.reasoning,
  }));
  if (!id) return { models };
  const model = models.find(({ name }) => name === `models/${id}`);
  if (model) return model;
  throw geminiRefusals.unknownModel(id);
};
