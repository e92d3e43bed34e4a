import assert from "node:assert/strict";
import type Anthropic from "@anthropic-ai/sdk";
import type { Cases, Target } from "../case";
import { callsWeather, isCanned } from "../check";
import { askOne, hello, weatherTool } from "../given";
import { anthropicClient } from "./anthropic-client";

const tools: Anthropic.Tool[] = [
  {
    name: weatherTool.name,
    description: weatherTool.description,
    input_schema: weatherTool.schema,
  },
];

const budgeted: Anthropic.ThinkingConfigParam = { type: "enabled", budget_tokens: 1_024 };

const body = (target: Target, settings: Partial<Anthropic.MessageCreateParamsNonStreaming>) => ({
  model: target.model,
  max_tokens: 4_096,
  messages: [{ role: "user" as const, content: hello }],
  ...settings,
});

const create = (target: Target, settings: Partial<Anthropic.MessageCreateParamsNonStreaming>) =>
  anthropicClient(target).messages.create(body(target, settings));

const textOf = (content: readonly Anthropic.ContentBlock[]) =>
  content.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("");

/** Thinking comes first, to be read and, signed, to be handed back. */
const shows = (content: readonly Anthropic.ContentBlock[], { dialect }: Target) => {
  // Chat completions keep to themselves what was thought.
  if (dialect === "completions") return;
  const [first] = content;
  assert.equal(first?.type, "thinking");
  assert.ok(first.thinking.length > 0, "there is nothing to read");
  assert.ok(first.signature.length > 0, "there is nothing to hand back");
};

export const anthropicThinking: Cases = {
  "thinking stands before the answer": async (target) => {
    const { content } = await create(target, { thinking: budgeted });
    shows(content, target);
    isCanned(textOf(content), target);
  },

  "thinking and its signature come in a stream": async (target) => {
    let thought = "";
    let signature = "";
    const message = await anthropicClient(target)
      .messages.stream(body(target, { thinking: budgeted }))
      .on("thinking", (delta) => {
        thought += delta;
      })
      .on("signature", (value) => {
        signature = value;
      })
      .finalMessage();
    shows(message.content, target);
    isCanned(textOf(message.content), target);
    const [first] = message.content;
    if (first?.type === "thinking") {
      assert.deepEqual([first.thinking, first.signature], [thought, signature]);
    }
  },

  "adaptive thinking": async (target) => {
    const { content } = await create(target, { thinking: { type: "adaptive" } });
    isCanned(textOf(content), target);
  },

  effort: async (target) => {
    const { content } = await create(target, { output_config: { effort: "low" } });
    isCanned(textOf(content), target);
  },

  "thinking disabled": async (target) => {
    const { content } = await create(target, { thinking: { type: "disabled" } });
    assert.deepEqual(
      content.map(({ type }) => type),
      ["text"],
    );
  },

  "thinking goes back with a call's result": async (target) => {
    const messages: Anthropic.MessageParam[] = [{ role: "user", content: askOne }];
    const first = await create(target, { thinking: budgeted, tools, messages });
    shows(first.content, target);
    const calls = first.content.filter((block) => block.type === "tool_use");
    callsWeather(calls);
    messages.push(
      { role: "assistant", content: first.content },
      {
        role: "user",
        content: [{ type: "tool_result", tool_use_id: calls[0]?.id ?? "", content: "clear" }],
      },
    );
    const second = await create(target, { thinking: budgeted, tools, messages });
    assert.equal(second.stop_reason, "end_turn");
    isCanned(textOf(second.content), target);
  },
};
