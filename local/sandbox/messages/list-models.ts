import { modelsSpeaking } from "../find-model";
import type { SandboxCall } from "../sandbox-dialect";
import { SandboxError } from "../sandbox-error";

const listed = () =>
  modelsSpeaking("messages").map(({ offer: { id, name, takenOn, limits } }) => ({
    type: "model",
    id,
    display_name: name,
    created_at: `${takenOn}T00:00:00Z`,
    max_input_tokens: limits.contextTokens,
    max_tokens: limits.outputTokens,
  }));

/**
 * The models that are spoken to in Anthropic's dialect, or the one that the path names, in its
 * shape.
 */
export const listAnthropicModels = ({ model: id }: SandboxCall): unknown => {
  const data = listed();
  if (id) {
    const model = data.find((one) => one.id === id);
    if (model) return model;
    throw new SandboxError(404, `model: ${id}`);
  }
  const [first, last] = [data[0], data.at(-1)];
  return { data, has_more: false, first_id: first?.id ?? null, last_id: last?.id ?? null };
};
