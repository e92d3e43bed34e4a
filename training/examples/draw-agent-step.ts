import type { Message } from "../../core/chat/completions/message-schema";
import { tasks } from "../../core/routing/task";
import { type Draw, shareMultiTurn, shareNoise } from "./draw-request";
import type { ExampleRequest } from "./example";
import { addNoise } from "./noise";
import type { Tool } from "./phrase-schema";
import { drawReply } from "./replies";
import { fillSlots } from "./slots";
import { drawSystem } from "./systems";
import { drawCalls, drawTools, offered } from "./tools";

type Ask = { readonly phrase: string; readonly text: string };
type Drawn = { readonly phrase: string; readonly request: ExampleRequest };

const shareSystem = 0.55;
/** Agents of text alone: transcripts of shared.json, which are English. */
const shareTextAgent = 0.08;
/** Asks put into a ReAct prompt. */
const shareReact = 0.08;
/** Tools are offered, and something else is asked. */
const shareOtherAsk = 0.05;
/** The conversation ends in a tool's result. */
const shareCalled = 0.45;

/** An ask that is a transcript already, in the words of any of our languages. */
const transcript =
  /(thought|action|observation|tool|gedanke|aktion|beobachtung|werkzeuge?|pensamiento|acción|observación|pensée|outils?|pensamento|ação|observação|ferramentas?|思考|行动|动作|观察|工具|行動|観察|ツール|विचार|क्रिया|कार्रवाई|अवलोकन)\s*(\d+)?\s*[::]/iu;

const reactPrompt = (question: string, tools: readonly Tool[], rounds: string): string =>
  [
    "Answer the following question as best you can. You have access to the following tools:",
    "",
    ...tools.map(
      ({ name, description, parameters }) =>
        `${name}: ${description} Input: ${JSON.stringify(parameters.properties ?? {})}`,
    ),
    "",
    "Use the following format:",
    "Thought: you should always think about what to do",
    `Action: the action to take, one of [${tools.map(({ name }) => name).join(", ")}]`,
    "Action Input: the input to the action",
    "Observation: the result of the action",
    "... (this Thought/Action/Action Input/Observation can repeat)",
    "Final Answer: the final answer to the original question",
    "",
    "Begin!",
    "",
    `Question: ${question}`,
    `${rounds}Thought:`,
  ].join("\n");

const drawReact = ({ phrase, text }: Ask, { sources, random }: Draw): Drawn => {
  const question = fillSlots(text, sources, random);
  const { all, own } = drawTools(text, sources.shared, random);
  const called = random.shuffle(own.filter(({ calls }) => calls.length > 0)).slice(0, 1);
  const rounds = called.map(({ name, calls }) => {
    const call = random.pick(calls);
    return `Thought: I need ${name}.\nAction: ${name}\nAction Input: ${JSON.stringify(call.arguments)}\nObservation: ${call.result}\n`;
  });
  const past = random.chance(0.5) ? rounds.join("") : "";
  return {
    phrase,
    request: {
      messages: [{ role: "user", content: reactPrompt(question, all.slice(0, 6), past) }],
    },
  };
};

/** A browser's, a shell's or a game's agent in the middle of its work. */
const drawTextAgent = ({ sources, random }: Draw): Drawn => {
  const { textAgents } = sources.shared;
  const at = random.whole(0, textAgents.length - 1);
  const agent = textAgents[at];
  if (agent === undefined) throw new Error("shared.json has no agents of text");
  // Turns alternate, the user's first: an odd number of them ends with the user's.
  const turns = agent.turns.slice(
    0,
    2 * random.whole(0, Math.floor((agent.turns.length - 1) / 2)) + 1,
  );
  const spoken = turns.map(
    (content, turn): Message => ({
      role: turn % 2 === 0 ? "user" : "assistant",
      content,
    }),
  );
  return {
    phrase: `agent${at + 1}`,
    request: { messages: [{ role: "system", content: agent.system }, ...spoken] },
  };
};

/** What came before in a conversation with tools: an ask, calls of tools, an answer. */
const earlierStep = (draw: Draw, tools: readonly Tool[]): Message[] => {
  const { sources, random } = draw;
  const asks = sources.file.tasks["agent-step"].asks.filter((ask) => !transcript.test(ask));
  return [
    { role: "user", content: fillSlots(random.pick(asks), sources, random) },
    ...drawCalls(tools, random),
    { role: "assistant", content: drawReply("chat", sources, random) },
  ];
};

/** An ask that a person could put to any assistant, no matter that this one has tools. */
const drawOtherAsk = ({ sources, random }: Draw): Ask => {
  const task = random.pick(tasks.filter((name) => name !== "agent-step"));
  const { asks } = sources.file.tasks[task];
  const at = random.whole(0, asks.length - 1);
  return { phrase: `${task}${at + 1}`, text: asks[at] ?? "" };
};

const drawWithTools = (ask: Ask, draw: Draw): Drawn => {
  const { sources, english, random } = draw;
  const isLater = random.chance(shareMultiTurn);
  const { followUps } = sources.file.tasks["agent-step"];
  const at = random.whole(0, followUps.length - 1);
  const isFollowUp = isLater && random.chance(0.6);
  const isOther = !isFollowUp && random.chance(shareOtherAsk);
  const asked = isFollowUp
    ? { phrase: `followUp${at + 1}`, text: followUps[at] ?? "" }
    : isOther
      ? drawOtherAsk(draw)
      : ask;
  const filled = fillSlots(asked.text, sources, random);
  const { all, own } = drawTools(asked.text, sources.shared, random);
  const calls = !isOther && random.chance(shareCalled) ? drawCalls(own, random) : [];
  return {
    phrase: asked.phrase,
    request: {
      messages: [
        ...(random.chance(shareSystem)
          ? [drawSystem("agent-step", sources, english, random).message]
          : []),
        ...(isLater ? earlierStep(draw, all) : []),
        { role: "user", content: random.chance(shareNoise) ? addNoise(filled, random) : filled },
        ...calls,
      ],
      tools: offered(all),
    },
  };
};

/** Draws one request in which the model is to act. */
export const drawAgentStep = (ask: Ask, draw: Draw): Drawn => {
  const { sources, random } = draw;
  if (transcript.test(ask.text)) {
    const content = fillSlots(ask.text, sources, random);
    return { phrase: ask.phrase, request: { messages: [{ role: "user", content }] } };
  }
  if (sources.file.language === "en" && random.chance(shareTextAgent)) return drawTextAgent(draw);
  if (random.chance(shareReact)) return drawReact(ask, draw);
  return drawWithTools(ask, draw);
};
