import assert from "node:assert/strict";
import { generateText, stepCountIs, streamText, tool } from "ai";
import type { Cases, Target } from "../case";
import { isCanned } from "../check";
import { askOne, hello, weatherInput, weatherTool } from "../given";
import { failing, type ModelOf } from "./ai-sdk-models";

type ProviderOptions = Parameters<typeof generateText>[0]["providerOptions"];

/** There is something to read. Chat completions keep to themselves what was thought. */
const shows = (text: string | undefined, { dialect }: Target) => {
  if (dialect !== "completions") assert.ok(text, "no reasoning came");
};

/** @param providerOptions - how this way to a model is asked for reasoning. */
export const aiSdkReasoning = (modelOf: ModelOf, providerOptions: ProviderOptions): Cases => {
  const settings = { maxRetries: 0, maxOutputTokens: 4_096, providerOptions };
  return {
    "reasoning stands before the answer": async (target) => {
      const answer = await generateText({ model: modelOf(target), prompt: hello, ...settings });
      isCanned(answer.text, target);
      shows(answer.reasoningText, target);
    },

    "reasoning comes in a stream": async (target) => {
      const { onError, read } = failing();
      const stream = streamText({ model: modelOf(target), prompt: hello, onError, ...settings });
      isCanned(await read(stream.text), target);
      shows(await stream.reasoningText, target);
    },

    "reasoning goes back in a tool loop": async (target) => {
      const answer = await generateText({
        model: modelOf(target),
        tools: {
          [weatherTool.name]: tool({
            description: weatherTool.description,
            inputSchema: weatherInput,
            execute: () => "clear",
          }),
        },
        stopWhen: stepCountIs(4),
        prompt: askOne,
        ...settings,
      });
      assert.equal(answer.steps.length, 2);
      shows(answer.steps[0]?.reasoningText, target);
      isCanned(answer.text, target);
    },
  };
};
