import assert from "node:assert/strict";
import { generateText, stepCountIs, tool } from "ai";
import type { Cases } from "../case";
import { isCanned } from "../check";
import { askOne, hello, weatherInput, weatherTool } from "../given";
import type { ModelOf } from "./ai-sdk-models";

const tools = {
  [weatherTool.name]: tool({
    description: weatherTool.description,
    inputSchema: weatherInput,
    execute: () => "clear",
  }),
};

const once = { maxRetries: 0 };

/**
 * The Responses API as the AI SDK speaks it unless it is told otherwise: answers are to be stored, and
 * what was said of them comes back by its id.
 */
export const aiSdkStored = (modelOf: ModelOf): Cases => ({
  "by default: a tool loop ends with a text": async (target) => {
    const answer = await generateText({
      model: modelOf(target),
      tools,
      stopWhen: stepCountIs(4),
      prompt: askOne,
      ...once,
    });
    assert.equal(answer.steps.length, 2);
    isCanned(answer.text, target);
  },

  "by default: a text goes back by its id": async (target) => {
    const first = await generateText({ model: modelOf(target), prompt: hello, ...once });
    const second = await generateText({
      model: modelOf(target),
      messages: [
        { role: "user", content: hello },
        ...first.response.messages,
        { role: "user", content: "Thanks." },
      ],
      ...once,
    });
    isCanned(second.text, target);
  },
});
