import assert from "node:assert/strict";
import type OpenAI from "openai";
import type { Cases, Target } from "../case";
import { callsWeather, isCanned } from "../check";
import { askOne, hello, weatherTool } from "../given";
import { openaiClient } from "./openai-client";

type Item = OpenAI.Responses.ResponseInputItem;
type Reasoning = OpenAI.Responses.ResponseReasoningItem;

/** Stateless reasoning, as OpenAI's guide has it: nothing is stored, items are handed back. */
const settings = {
  reasoning: { effort: "medium" as const, summary: "auto" as const },
  include: ["reasoning.encrypted_content" as const],
  store: false,
};

const create = (target: Target, input: string | Item[], tools: OpenAI.Responses.Tool[] = []) =>
  openaiClient(target).responses.create({ model: target.model, input, tools, ...settings });

const tool: OpenAI.Responses.FunctionTool = {
  type: "function",
  name: weatherTool.name,
  description: weatherTool.description,
  parameters: { ...weatherTool.schema },
  strict: false,
};

/** Reasoning comes first, with a summary to read and a value to hand back. */
const shows = (output: readonly { readonly type: string }[], { dialect }: Target) => {
  // Chat completions keep to themselves what was thought.
  if (dialect === "completions") return;
  const [first] = output;
  assert.equal(first?.type, "reasoning");
  const { summary, encrypted_content } = first as Reasoning;
  assert.ok(
    summary.some(({ text }) => text.length > 0),
    "the summary is empty",
  );
  assert.ok(encrypted_content, "there is nothing to hand back");
};

export const openaiResponsesReasoning: Cases = {
  "reasoning.effort is taken, and what was thought is counted": async (target) => {
    const answer = await openaiClient(target).responses.create({
      model: target.model,
      input: hello,
      reasoning: { effort: "low" },
    });
    isCanned(answer.output_text, target);
    const { output_tokens, output_tokens_details } = answer.usage ?? {};
    assert.ok(Number(output_tokens_details?.reasoning_tokens) <= Number(output_tokens));
  },

  "reasoning items stand before the answer": async (target) => {
    const answer = await create(target, hello);
    isCanned(answer.output_text, target);
    shows(answer.output, target);
  },

  "reasoning items come in a stream": async (target) => {
    let summary = "";
    const answer = await openaiClient(target)
      .responses.stream({ model: target.model, input: hello, ...settings })
      .on("response.reasoning_summary_text.delta", ({ delta }) => {
        summary += delta;
      })
      .finalResponse();
    isCanned(answer.output_text, target);
    shows(answer.output, target);
    const told = answer.output.flatMap((item) =>
      item.type === "reasoning" ? item.summary.map(({ text }) => text) : [],
    );
    assert.equal(summary, told.join(""));
  },

  "reasoning items go back with a call's result": async (target) => {
    const first = await create(target, askOne, [tool]);
    shows(first.output, target);
    const call = first.output.find((item) => item.type === "function_call");
    assert.ok(call);
    callsWeather([{ id: call.call_id, name: call.name, input: call.arguments }]);
    const answer = await create(
      target,
      [
        { role: "user", content: askOne },
        ...(first.output as Item[]),
        { type: "function_call_output", call_id: call.call_id, output: "clear" },
      ],
      [tool],
    );
    isCanned(answer.output_text, target);
  },
};
