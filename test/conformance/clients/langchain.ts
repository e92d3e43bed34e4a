import assert from "node:assert/strict";
import {
  AIMessage,
  type AIMessageChunk,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
} from "@langchain/core/messages";
import { type StructuredToolInterface, tool } from "@langchain/core/tools";
import type { Cases, Target } from "../case";
import { callsBoth, errorOf, isBox, isCanned, isCount } from "../check";
import {
  askBoth,
  askBox,
  box,
  hello,
  pngBase64,
  trafficInput,
  trafficTool,
  weatherInput,
  weatherTool,
} from "../given";
import type { ModelOf } from "./langchain-models";

const tools: StructuredToolInterface[] = [
  tool(() => '{"sky":"clear"}', {
    name: weatherTool.name,
    description: weatherTool.description,
    schema: weatherInput,
  }),
  tool(() => "none", {
    name: trafficTool.name,
    description: trafficTool.description,
    schema: trafficInput,
  }),
];

const callsOf = ({ tool_calls = [] }: AIMessage | AIMessageChunk) =>
  tool_calls.map(({ id = "", name, args: input }) => ({ id, name, input }));

const join = async (stream: AsyncIterable<AIMessageChunk>) => {
  let pieces = 0;
  let whole: AIMessageChunk | undefined;
  for await (const piece of stream) {
    pieces += 1;
    whole = whole ? whole.concat(piece) : piece;
  }
  assert.ok(whole && pieces > 3, `${pieces} pieces are no stream`);
  return whole;
};

const answers = (modelOf: ModelOf): Cases => ({
  "invoke answers with a text and its count": async (target) => {
    const answer = await modelOf(target).invoke(hello);
    isCanned(answer.text, target);
    isCount(answer.usage_metadata?.input_tokens);
    isCount(answer.usage_metadata?.output_tokens);
  },

  "stream says the same, piece by piece, with its count": async (target) => {
    const whole = await join(await modelOf(target).stream(hello));
    const answer = await modelOf(target).invoke(hello);
    assert.equal(whole.text, answer.text);
    isCount(whole.usage_metadata?.output_tokens);
    // Of Anthropic's streams it reads the input where they begin, when most others have not counted.
    const { input_tokens: input } = whole.usage_metadata ?? {};
    assert.ok(input === 0 || input === answer.usage_metadata?.input_tokens);
  },

  "system and earlier turns": async (target) => {
    const turns = [
      new SystemMessage("Be brief."),
      new HumanMessage("Hello."),
      new AIMessage("Hello to you."),
      new HumanMessage(hello),
    ];
    const answer = await modelOf(target).invoke(turns);
    isCanned(answer.text, target);
    assert.ok(Number(answer.usage_metadata?.input_tokens) > 15, "earlier turns are not counted");
  },

  temperature: async (target) => {
    isCanned((await modelOf(target, { temperature: 0.5 }).invoke(hello)).text, target);
  },

  "maxTokens: cut off": async (target) => {
    const answer = await modelOf(target, { maxTokens: 16 }).invoke(hello);
    assert.ok(Number(answer.usage_metadata?.output_tokens) <= 16);
  },

  "an image": async (target) => {
    const question = { type: "text", text: "What is this?" };
    const url = `data:image/png;base64,${pngBase64}`;
    const asked = (content: { type: string }[]) =>
      modelOf(target).invoke([new HumanMessage({ content })]);
    const bare = await asked([question]);
    const full = await asked([question, { type: "image_url", image_url: { url } } as never]);
    isCanned(full.text, target);
    const [more, less] = [full, bare].map((one) => Number(one.usage_metadata?.input_tokens));
    assert.ok(Number(more) > Number(less));
  },
});

const toolsAndObjects = (modelOf: ModelOf): Cases => ({
  "bindTools: parallel calls": async (target) => {
    callsBoth(callsOf(await modelOf(target).bindTools(tools).invoke(askBoth)));
  },

  "bindTools: streamed calls": async (target) => {
    callsBoth(callsOf(await join(await modelOf(target).bindTools(tools).stream(askBoth))));
  },

  "a tool loop ends with a text": async (target) => {
    const model = modelOf(target).bindTools(tools);
    const messages: BaseMessage[] = [new HumanMessage(askBoth)];
    const first = await model.invoke(messages);
    messages.push(first);
    for (const call of first.tool_calls ?? []) {
      const named = tools.find(({ name }) => name === call.name);
      messages.push((await named?.invoke(call)) as BaseMessage);
    }
    assert.equal(messages.length, 4);
    isCanned((await model.invoke(messages)).text, target);
  },

  "withStructuredOutput returns what zod describes": async (target) => {
    isBox(await modelOf(target).withStructuredOutput(box, { name: "box" }).invoke(askBox));
  },

  "withStructuredOutput by a tool's call": async (target) => {
    const model = modelOf(target).withStructuredOutput(box, {
      name: "box",
      method: "functionCalling",
    });
    isBox(await model.invoke(askBox));
  },
});

const statusOf = async (asked: Promise<unknown>) =>
  ((await errorOf(asked)) as { status?: number }).status;

const errors = (modelOf: ModelOf): Cases => {
  const failing = (target: Target) => statusOf(modelOf(target).invoke(hello));
  return {
    "a field that is wrong is an error of status 400": async (target) => {
      assert.equal(await statusOf(modelOf(target, { temperature: 9 }).invoke(hello)), 400);
    },
    "a wrong key is an error of status 401": async (target) => {
      assert.equal(await failing({ ...target, apiKey: "sk-wrong" }), 401);
    },
    "an unknown model is an error of status 404": async (target) => {
      assert.equal(await failing({ ...target, model: "no-such-model" }), 404);
    },
  };
};

/** What users of LangChain do, whichever way it goes to the model. */
export const langchainCases = (modelOf: ModelOf): Cases => ({
  ...answers(modelOf),
  ...toolsAndObjects(modelOf),
  ...errors(modelOf),
});
