import assert from "node:assert/strict";
import type OpenAI from "openai";
import { zodTextFormat } from "openai/helpers/zod";
import type { Cases, Target } from "../case";
import { isBox, isCanned } from "../check";
import { askBox, box, boxSchema, hello } from "../given";
import { openaiClient } from "./openai-client";

type Settings = Partial<OpenAI.Responses.ResponseCreateParamsNonStreaming>;

const create = (target: Target, settings: Settings) =>
  openaiClient(target).responses.create({ model: target.model, input: hello, ...settings });

/** The setting is taken, and a whole answer comes. */
const takes = (settings: Settings) => async (target: Target) => {
  const answer = await create(target, settings);
  assert.equal(answer.status, "completed");
  isCanned(answer.output_text, target);
};

const format = zodTextFormat(box, "box");

export const openaiResponsesSettings: Cases = {
  "max_output_tokens: incomplete, and said so": async (target) => {
    // The least that OpenAI takes.
    const answer = await create(target, { max_output_tokens: 16 });
    assert.equal(answer.status, "incomplete");
    assert.equal(answer.incomplete_details?.reason, "max_output_tokens");
    assert.ok(Number(answer.usage?.output_tokens) <= 16);
  },

  "max_output_tokens: a stream ends incomplete": async (target) => {
    const stream = await openaiClient(target).responses.create({
      model: target.model,
      input: hello,
      max_output_tokens: 16,
      stream: true,
    });
    let last: OpenAI.Responses.ResponseStreamEvent | undefined;
    for await (const event of stream) last = event;
    assert.equal(last?.type, "response.incomplete");
    assert.equal(last.response.incomplete_details?.reason, "max_output_tokens");
  },

  temperature: takes({ temperature: 0.5 }),
  top_p: takes({ top_p: 0.9 }),
  "temperature above 1": takes({ temperature: 1.5 }),
  verbosity: takes({ text: { verbosity: "low" } }),
  "text.format text": takes({ text: { format: { type: "text" } } }),
  "hints: metadata, store, service_tier, prompt_cache_key": takes({
    metadata: { team: "blue" },
    store: false,
    service_tier: "auto",
    prompt_cache_key: "conversation-1",
    safety_identifier: "user-1",
  }),

  "text.format json_object": async (target) => {
    const answer = await create(target, {
      input: "Answer in JSON.",
      text: { format: { type: "json_object" } },
    });
    assert.equal(typeof JSON.parse(answer.output_text), "object");
  },

  "text.format json_schema": async (target) => {
    const answer = await create(target, {
      input: askBox,
      text: { format: { type: "json_schema", name: "box", strict: true, schema: boxSchema } },
    });
    isBox(JSON.parse(answer.output_text));
  },

  "parse returns what zod describes": async (target) => {
    const answer = await openaiClient(target).responses.parse({
      model: target.model,
      input: askBox,
      text: { format },
    });
    isBox(answer.output_parsed);
  },

  "a streamed object parses once it is whole": async (target) => {
    const answer = await openaiClient(target)
      .responses.stream({ model: target.model, input: askBox, text: { format } })
      .finalResponse();
    isBox(answer.output_parsed);
  },
};
