import assert from "node:assert/strict";
import type Anthropic from "@anthropic-ai/sdk";
import type { Cases, Target } from "../case";
import { isCanned, isCount } from "../check";
import { hello, pdfBase64, pngBase64 } from "../given";
import { anthropicClient } from "./anthropic-client";

type Settings = Partial<Anthropic.MessageCreateParamsNonStreaming>;
type Block = Anthropic.ContentBlockParam;

const body = (target: Target, settings: Settings) => ({
  model: target.model,
  max_tokens: 1_024,
  messages: [{ role: "user" as const, content: hello }],
  ...settings,
});

/** Settings that the client's types have dropped, as apps still send them. */
const older = (settings: object): Settings => settings;

const create = (target: Target, settings: Settings = {}) =>
  anthropicClient(target).messages.create(body(target, settings));

const textOf = ({ content }: Anthropic.Message) =>
  content.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("");

/** All that was read, also what came from the cache or went into it. */
const inputOf = ({ usage }: Anthropic.Message) =>
  usage.input_tokens +
  (usage.cache_read_input_tokens ?? 0) +
  (usage.cache_creation_input_tokens ?? 0);

/** What was asked counts for more with a block than without it: the block reached the provider. */
const counts = async (target: Target, block: Block) => {
  const question: Block = { type: "text", text: "What is this?" };
  const asked = (content: Block[]) => create(target, { messages: [{ role: "user", content }] });
  const [bare, full] = [await asked([question]), await asked([block, question])];
  isCanned(textOf(full), target);
  assert.ok(inputOf(full) > inputOf(bare));
};

export const anthropic: Cases = {
  "create answers with a text and its count": async (target) => {
    const answer = await create(target);
    assert.equal(answer.type, "message");
    assert.equal(answer.role, "assistant");
    assert.ok(answer.id);
    assert.equal(answer.stop_reason, "end_turn");
    assert.equal(answer.stop_sequence, null);
    isCanned(textOf(answer), target);
    isCount(answer.usage.input_tokens);
    isCount(answer.usage.output_tokens);
  },

  "a raw stream says the same, in events of one order": async (target) => {
    const client = anthropicClient(target);
    let text = "";
    const types: string[] = [];
    for await (const event of await client.messages.create({ ...body(target, {}), stream: true })) {
      types.push(event.type);
      if (event.type === "content_block_delta" && event.delta.type === "text_delta") {
        text += event.delta.text;
      }
    }
    assert.deepEqual(
      [...new Set(types)],
      [
        "message_start",
        "content_block_start",
        "content_block_delta",
        "content_block_stop",
        "message_delta",
        "message_stop",
      ],
    );
    assert.equal(text, textOf(await create(target)));
  },

  "the stream helper tells texts, blocks and the message": async (target) => {
    const said: string[] = [];
    const blocks: string[] = [];
    const stream = anthropicClient(target)
      .messages.stream(body(target, {}))
      .on("text", (delta) => said.push(delta))
      .on("contentBlock", (block) => blocks.push(block.type));
    const message = await stream.finalMessage();
    assert.ok(said.length > 3, `${said.length} pieces are no stream`);
    assert.equal(said.join(""), textOf(message));
    // A model that thinks unasked says so before its text.
    assert.deepEqual(
      blocks.filter((type) => type !== "thinking"),
      ["text"],
    );
    assert.equal(message.stop_reason, "end_turn");
    const whole = await create(target);
    assert.equal(textOf(message), textOf(whole));
    assert.equal(message.usage.output_tokens, whole.usage.output_tokens);
    assert.equal(inputOf(message), inputOf(whole));
  },

  "system and earlier turns": async (target) => {
    const answer = await create(target, {
      system: [{ type: "text", text: "Be brief." }],
      messages: [
        { role: "user", content: "Hello." },
        { role: "assistant", content: [{ type: "text", text: "Hello to you." }] },
        { role: "user", content: hello },
      ],
    });
    isCanned(textOf(answer), target);
    assert.ok(inputOf(answer) > 15, "earlier turns are not counted");
  },

  "max_tokens: cut off, and said so": async (target) => {
    const answer = await create(target, { max_tokens: 16 });
    assert.equal(answer.stop_reason, "max_tokens");
    assert.ok(answer.usage.output_tokens <= 16);
  },

  "stop_sequences: the answer ends before it": async (target) => {
    const answer = await create(target, { stop_sequences: ["SmashCost"] });
    assert.match(textOf(answer), /^This is a canned answer from ?$/);
    assert.ok(["stop_sequence", "end_turn"].includes(answer.stop_reason ?? ""));
  },

  temperature: async (target) =>
    isCanned(textOf(await create(target, older({ temperature: 0.5 }))), target),
  top_p: async (target) => isCanned(textOf(await create(target, older({ top_p: 0.9 }))), target),
  top_k: async (target) => isCanned(textOf(await create(target, older({ top_k: 40 }))), target),
  "hints: metadata and service_tier": async (target) => {
    const hints: Settings = { metadata: { user_id: "user-1" }, service_tier: "auto" };
    isCanned(textOf(await create(target, hints)), target);
  },

  "cache_control on system, tools and messages": async (target) => {
    const cache_control = { type: "ephemeral" as const };
    const answer = await create(target, {
      system: [{ type: "text", text: "Be brief. ".repeat(2_000), cache_control }],
      messages: [{ role: "user", content: [{ type: "text", text: hello, cache_control }] }],
    });
    isCanned(textOf(answer), target);
    assert.ok(inputOf(answer) > 2_000, "the system text is not counted");
  },

  "what was marked is read from the cache the next time": async (target) => {
    const cache_control = { type: "ephemeral" as const };
    const system = [{ type: "text" as const, text: "Be kind. ".repeat(3_000), cache_control }];
    const [first, second] = [await create(target, { system }), await create(target, { system })];
    assert.equal(inputOf(second), inputOf(first));
    // Marks are hints: a model on Bedrock whose family is not known is given none.
    if (target.column === "converse") return;
    assert.ok(Number(second.usage.cache_read_input_tokens) > 2_000, "nothing came from the cache");
  },

  "models.list names models as Anthropic describes them": async (target) => {
    const types = new Map<string, string>();
    for await (const { id, type } of anthropicClient(target).models.list()) types.set(id, type);
    assert.equal(types.get("sandbox-medium"), "model");
    assert.equal(types.get("claude-sonnet-4-5"), "model");
  },

  "an image in the request": (target) =>
    counts(target, {
      type: "image",
      source: { type: "base64", media_type: "image/png", data: pngBase64 },
    }),

  "an image by its address": (target) =>
    counts(target, { type: "image", source: { type: "url", url: "https://example.com/red.png" } }),

  "a PDF": (target) =>
    counts(target, {
      type: "document",
      source: { type: "base64", media_type: "application/pdf", data: pdfBase64 },
    }),

  "a plain text as a document": (target) =>
    counts(target, {
      type: "document",
      source: { type: "text", media_type: "text/plain", data: "All boxes are red." },
    }),

  "countTokens counts what create reads": async (target) => {
    const { messages } = body(target, {});
    const counted = await anthropicClient(target).messages.countTokens({
      model: target.model,
      messages,
    });
    isCount(counted.input_tokens);
  },
};
