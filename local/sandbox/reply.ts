import { type Asked, type AskedTool, textOf } from "./asked";
import { cannedObject, cannedText, cannedThought } from "./canned-text";
import { chooseTools } from "./choose-tools";
import { type Emission, untilStop, within } from "./emission";
import { generateJson } from "./json-schema/generate";
import { tokenLogprob } from "./logprobs";
import type { SandboxModel } from "./model";
import type { CacheCount } from "./prompt-cache";
import { type Dice, seededDice } from "./seeded";
import { countTokens, piecesOf } from "./tokens";

export type Choice = {
  readonly index: number;
  /** Thoughts first. */
  readonly emissions: readonly Emission[];
  readonly ending: "stop" | "stop-sequence" | "length" | "tool-calls";
  readonly stopSequence?: string;
};

/** A whole answer, before it takes the shape of one body or of a stream in some dialect. */
export type Reply = {
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly model: string;
  readonly choices: readonly Choice[];
  /** All of the prompt's tokens, and those of them that the cache had to do with. */
  readonly prompt: CacheCount & { readonly tokens: number };
};

type Making = { readonly asked: Asked; readonly model: SandboxModel; readonly dice: Dice };

const inOneForm = (json: string): string => {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return json;
  }
};

/** What the answer depends on: not the dialect, how it is delivered, or where it is cut off. */
const seedOf = ({ model, turns, tools, choice, format, seed }: Asked): string =>
  JSON.stringify({
    model,
    said: turns.flatMap((turn) => [
      [turn.role, textOf(turn)],
      ...turn.parts.flatMap((part) => {
        if (part.kind === "call") return [[part.name, inOneForm(part.arguments)]];
        return part.kind === "result" ? [["result", part.text]] : [];
      }),
    ]),
    tools: tools.map(({ name, description, schema }) => [name, description ?? "", schema]),
    choice,
    format,
    seed,
  });

const callTool =
  ({ dice }: Making) =>
  (tool: AskedTool, index: number): readonly Emission[] => {
    const given = generateJson(tool.schema, dice.fork(`tool ${index}`));
    return [
      { kind: "call", index, name: tool.name, tokens: countTokens(tool.name) + 3 },
      ...piecesOf(JSON.stringify(given)).map(
        (text): Emission => ({ kind: "arguments", index, text, tokens: 1 }),
      ),
    ];
  };

const contentOf = ({ asked: { format }, model, dice }: Making): string => {
  if (format.kind === "json") return cannedObject(model, dice);
  if (format.kind === "text") return cannedText(model, dice);
  return JSON.stringify(generateJson(format.schema, dice));
};

const say = ({ asked: { logprobs }, dice }: Making, text: string): readonly Emission[] => {
  const likelihoods = dice.fork("logprobs");
  return piecesOf(text).map((piece) => ({
    kind: "text",
    text: piece,
    tokens: 1,
    ...(logprobs && { logprob: tokenLogprob(piece, logprobs.top, likelihoods) }),
  }));
};

const think = ({ asked: { thinking }, model, dice }: Making): readonly Emission[] => {
  if (thinking === "off" || (thinking === "unsaid" && !model.thinksUnasked)) return [];
  const { most = Infinity, times = 1 } = thinking === "unsaid" ? {} : thinking;
  const own = dice.fork("thinking");
  const tokens = Math.min(most, Math.round(own.between(...model.thinking) * times));
  return cannedThought(tokens, own).map((text) => ({ kind: "thought", text, tokens: 1 }));
};

const choose = (making: Making, index: number): Choice => {
  const { asked, model } = making;
  const tools = chooseTools(asked);
  const { said, sequence } =
    tools.length > 0 ? { said: "" } : untilStop(contentOf(making), asked.stop);
  const meant = [
    ...think(making),
    ...(tools.length > 0 ? tools.flatMap(callTool(making)) : say(making, said)),
  ];
  const emissions = within(meant, asked.mostTokens ?? model.offer.limits.outputTokens);
  if (emissions.length < meant.length) return { index, emissions, ending: "length" };
  if (tools.length > 0) return { index, emissions, ending: "tool-calls" };
  if (sequence === undefined) return { index, emissions, ending: "stop" };
  return { index, emissions, ending: "stop-sequence", stopSequence: sequence };
};

/**
 * Answers what was checked. Who asks for the same gets the same, in whatever dialect.
 *
 * @param madeAt - milliseconds since 1970.
 * @throws SandboxError with status 400 where a schema can't be satisfied.
 */
export const composeReply = (
  asked: Asked,
  model: SandboxModel,
  prompt: Reply["prompt"],
  madeAt: number,
): Reply => {
  const dice = seededDice(seedOf(asked));
  const choices = Array.from({ length: asked.answers }, (_, index) =>
    choose({ asked, model, dice: dice.fork(`choice ${index}`) }, index),
  );
  return { madeAt, model: model.offer.id, choices, prompt };
};

/** Tokens that a choice thought. */
export const thinkingTokens = ({ emissions }: Choice): number =>
  emissions.filter(({ kind }) => kind === "thought").length;

/** The only choice of a dialect that knows no more than one. */
export const firstChoice = ({ choices: [choice] }: Reply): Choice => {
  if (!choice) throw new Error("a reply has one choice at the least");
  return choice;
};
