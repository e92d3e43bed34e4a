import assert from "node:assert/strict";
import type OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import type { Cases, Target } from "../case";
import { isBox, isCanned, isCount } from "../check";
import { askBox, box, boxSchema, hello } from "../given";
import { openaiClient } from "./openai-client";

type Settings = Partial<OpenAI.ChatCompletionCreateParamsNonStreaming>;

const create = (target: Target, settings: Settings) =>
  openaiClient(target).chat.completions.create({
    model: target.model,
    messages: [{ role: "user", content: hello }],
    ...settings,
  });

/** Settings that the client's types call deprecated, as apps still send them. */
const older = (settings: object): Settings => settings;

/** The setting is taken, and a whole answer comes. */
const takes = (settings: Settings) => async (target: Target) => {
  const { choices } = await create(target, settings);
  isCanned(choices[0]?.message.content, target);
};

const seeded = older({ seed: 7 });
const boxMessages = [{ role: "user" as const, content: askBox }];
const format = zodResponseFormat(box, "box");

export const openaiChatSettings: Cases = {
  "n: several answers": async (target) => {
    const { choices } = await create(target, { n: 2 });
    assert.deepEqual(
      choices.map(({ index }) => index),
      [0, 1],
    );
    for (const { message } of choices) isCanned(message.content, target);
  },

  "logprobs: one for each piece": async (target) => {
    const { choices } = await create(target, { logprobs: true, top_logprobs: 2 });
    const pieces = choices[0]?.logprobs?.content ?? [];
    assert.equal(pieces.map(({ token }) => token).join(""), choices[0]?.message.content);
    assert.ok(pieces.length > 0 && pieces.every(({ top_logprobs: top }) => top.length === 2));
  },

  "seed: the same answer": async (target) => {
    const [first, second] = [await create(target, seeded), await create(target, seeded)];
    isCanned(first.choices[0]?.message.content, target);
    assert.equal(first.choices[0]?.message.content, second.choices[0]?.message.content);
  },

  "stop: the answer ends before it": async (target) => {
    const { choices } = await create(target, { stop: ["SmashCost"] });
    assert.equal(choices[0]?.finish_reason, "stop");
    assert.match(choices[0].message.content ?? "", /^This is a canned answer from ?$/);
  },

  "max_completion_tokens: cut off, and said so": async (target) => {
    const { choices, usage } = await create(target, { max_completion_tokens: 16 });
    assert.equal(choices[0]?.finish_reason, "length");
    isCount(usage?.completion_tokens);
    assert.ok(Number(usage?.completion_tokens) <= 16);
  },

  "max_tokens: its older name": async (target) => {
    const { choices } = await create(target, older({ max_tokens: 16 }));
    assert.equal(choices[0]?.finish_reason, "length");
  },

  temperature: takes({ temperature: 0.5 }),
  top_p: takes({ top_p: 0.9 }),
  "temperature above 1": takes({ temperature: 1.5 }),
  "presence_penalty and frequency_penalty": takes({
    presence_penalty: 0.5,
    frequency_penalty: 0.5,
  }),
  reasoning_effort: takes({ reasoning_effort: "low" }),
  verbosity: takes({ verbosity: "low" }),
  "hints: user, metadata, store, service_tier, prompt_cache_key": takes({
    ...older({ user: "user-1" }),
    metadata: { team: "blue" },
    store: false,
    service_tier: "auto",
    prompt_cache_key: "conversation-1",
    safety_identifier: "user-1",
  }),

  "response_format json_object": async (target) => {
    const { choices } = await create(target, {
      response_format: { type: "json_object" },
      messages: [{ role: "user", content: "Answer in JSON." }],
    });
    assert.equal(typeof JSON.parse(choices[0]?.message.content ?? ""), "object");
  },

  "response_format json_schema": async (target) => {
    const { choices } = await create(target, {
      messages: boxMessages,
      response_format: {
        type: "json_schema",
        json_schema: { name: "box", strict: true, schema: boxSchema },
      },
    });
    isBox(JSON.parse(choices[0]?.message.content ?? ""));
  },

  "parse returns what zod describes": async (target) => {
    const { choices } = await openaiClient(target).chat.completions.parse({
      model: target.model,
      messages: boxMessages,
      response_format: format,
    });
    isBox(choices[0]?.message.parsed);
  },

  "a streamed object parses once it is whole": async (target) => {
    const { choices } = await openaiClient(target)
      .chat.completions.stream({
        model: target.model,
        messages: boxMessages,
        response_format: format,
      })
      .finalChatCompletion();
    isBox(choices[0]?.message.parsed);
  },
};
