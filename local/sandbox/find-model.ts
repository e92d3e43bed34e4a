import type { Dialect } from "../../core/chat/dialect";
import { describeModel } from "./describe-model";
import type { SandboxModel } from "./model";
import { sandboxModels } from "./models";

/** What is spoken on a route: a dialect of conversations, or embeddings. */
export type Tongue = Dialect | "embeddings";

const tongueOf = ({ offer }: SandboxModel): Tongue =>
  offer.kind === "embedding" ? "embeddings" : (offer.api ?? "completions");

/** Stands in for a provider's model, so that its dialect can be tried under the provider's names. */
const stranger = (id: string): SandboxModel =>
  describeModel({
    id,
    name: id,
    rates: { input: 0, output: 0 },
    contextTokens: 200_000,
    outputTokens: 64_000,
    input: ["text", "image", "pdf"],
    can: { reasoning: true },
    ability: 20,
    speed: { firstTokenMs: 400, tokensPerSecond: 100 },
    sentences: [4, 6],
    thinking: [64, 320],
    thinksUnasked: false,
  });

/**
 * The model of that wire name, as far as it speaks so. Any name is served that does not claim to be
 * the sandbox's own.
 */
export const findSandboxModel = (id: string, tongue: Tongue): SandboxModel | undefined => {
  const known = sandboxModels.find(({ offer }) => offer.id === id);
  if (known) return tongueOf(known) === tongue ? known : undefined;
  return id.startsWith("sandbox") ? undefined : stranger(id);
};

/** The sandbox's own models that are spoken to so. */
export const modelsSpeaking = (tongue: Tongue): readonly SandboxModel[] =>
  sandboxModels.filter((model) => tongueOf(model) === tongue);
