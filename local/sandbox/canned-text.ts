import type { SandboxModel } from "./model";
import type { Dice } from "./seeded";
import { piecesOf } from "./tokens";

const sentences: readonly [string, ...string[]] = [
  "No model was asked, and nothing was billed.",
  "Your request was real, and so were its way through the gateway, its routing and its record.",
  "The words are the same whenever the same request comes in, so tests can rely on them.",
  "The prices of the sandbox are pretend, yet they are counted to the pico-dollar like any other.",
  "Store a provider's key to have a real model answer in this place.",
  "The tokens of this text are counted the way a provider counts them, only more roughly.",
  "Longer answers cost more, as they would with a real model.",
  "A long prompt that comes again is counted as read from the cache.",
  "Tools, JSON schemas and streams work here as they do at a provider.",
  "Nothing you send to the sandbox leaves this machine.",
  "What the sandbox says carries no knowledge, so please don't act on it.",
  "The gateway's record names the model that was asked for and this one, which was used.",
  "A model of greater strength answers here at greater length, which is all the strength it has.",
  "Ask again with another model to see another price.",
];

/** A text that says that it is canned, as long as the model's strength allows. */
export const cannedText = (
  { offer, sentences: [least, most] }: SandboxModel,
  dice: Dice,
): string => {
  const left = [...sentences];
  const said = Array.from({ length: dice.between(least, most) }, () =>
    left.splice(dice.between(0, left.length - 1), 1).join(),
  );
  return `This is a canned answer from SmashCost's sandbox (${offer.id}). ${said.join(" ")}`;
};

/** The same for a caller who wants any JSON object. */
export const cannedObject = (model: SandboxModel, dice: Dice): string =>
  JSON.stringify({ canned: true, model: model.offer.id, answer: cannedText(model, dice) });

const thoughts: readonly [string, ...string[]] = [
  "Nobody thinks here, yet these tokens are counted as thinking. ",
  "The request is read once more, to no end. ",
  "A real model would weigh its answer in this place. ",
  "The answer was canned before the question came. ",
  "Thinking costs what output costs, so this is billed as well. ",
];

/** So many pieces of what stands where a model's thinking would be. */
export const cannedThought = (tokens: number, dice: Dice): readonly string[] => {
  const pieces: string[] = [];
  while (pieces.length < tokens) pieces.push(...piecesOf(dice.pick(thoughts)));
  return pieces.slice(0, tokens);
};
