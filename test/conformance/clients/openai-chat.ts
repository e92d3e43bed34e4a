import assert from "node:assert/strict";
import OpenAI from "openai";
import type { Cases, Target } from "../case";
import { errorOf, errorsOf, failsAs, isCanned, isCount } from "../check";
import { hello, pdfBase64, pngBase64 } from "../given";
import { openaiClient } from "./openai-client";

type Message = OpenAI.ChatCompletionMessageParam;
type Settings = Partial<OpenAI.ChatCompletionCreateParamsNonStreaming>;

const messages: Message[] = [{ role: "user", content: hello }];

const create = (target: Target, settings: Settings = {}) =>
  openaiClient(target).chat.completions.create({ model: target.model, messages, ...settings });

const createStream = (target: Target, settings: Settings = {}) =>
  openaiClient(target).chat.completions.create({
    model: target.model,
    messages,
    ...settings,
    stream: true,
  });

const textOf = ({ choices }: OpenAI.ChatCompletion) => choices[0]?.message.content;

/** What was asked counts for more with a part than without it: the part reached the provider. */
const counts = async (target: Target, part: OpenAI.ChatCompletionContentPart) => {
  const asked = (content: Message["content"]) =>
    create(target, { messages: [{ role: "user", content }] as Message[] });
  const bare = await asked([{ type: "text", text: "What is this?" }]);
  const full = await asked([{ type: "text", text: "What is this?" }, part]);
  isCanned(textOf(full), target);
  assert.ok((full.usage?.prompt_tokens ?? 0) > (bare.usage?.prompt_tokens ?? 0));
};

const image = (url: string): OpenAI.ChatCompletionContentPart => ({
  type: "image_url",
  image_url: { url },
});

export const openaiChat: Cases = {
  "create answers with a text and its count": async (target) => {
    const answer = await create(target);
    assert.equal(answer.object, "chat.completion");
    assert.ok(answer.id);
    assert.equal(answer.choices.length, 1);
    isCanned(textOf(answer), target);
    assert.equal(answer.choices[0]?.finish_reason, "stop");
    assert.equal(answer.choices[0].message.role, "assistant");
    const { prompt_tokens, completion_tokens, total_tokens } = answer.usage ?? {};
    isCount(prompt_tokens);
    isCount(completion_tokens);
    assert.equal(total_tokens, Number(prompt_tokens) + Number(completion_tokens));
  },

  "a stream says the same, piece by piece": async (target) => {
    const pieces: string[] = [];
    const finishes: string[] = [];
    const ids = new Set<string>();
    for await (const chunk of await createStream(target)) {
      assert.equal(chunk.object, "chat.completion.chunk");
      ids.add(chunk.id);
      pieces.push(chunk.choices[0]?.delta.content ?? "");
      finishes.push(chunk.choices[0]?.finish_reason ?? "");
      assert.equal(chunk.usage ?? null, null, "usage was not asked for");
    }
    assert.ok(pieces.length > 3, `${pieces.length} pieces are no stream`);
    assert.equal(finishes.join(""), "stop");
    assert.equal(ids.size, 1);
    assert.equal(pieces.join(""), textOf(await create(target)));
  },

  "a stream ends with its count where it is asked for": async (target) => {
    const counted: OpenAI.CompletionUsage[] = [];
    const stream = await createStream(target, {
      stream_options: { include_usage: true },
    });
    for await (const { usage } of stream) if (usage) counted.push(usage);
    assert.equal(counted.length, 1);
    const { usage } = await create(target);
    assert.equal(counted[0]?.prompt_tokens, usage?.prompt_tokens);
    assert.equal(counted[0]?.completion_tokens, usage?.completion_tokens);
  },

  "the stream helper tells deltas, the end and the sum": async (target) => {
    const deltas: string[] = [];
    const done: string[] = [];
    const runner = openaiClient(target)
      .chat.completions.stream({ model: target.model, messages })
      .on("content.delta", ({ delta }) => deltas.push(delta))
      .on("content.done", ({ content }) => done.push(content));
    const text = textOf(await runner.finalChatCompletion());
    isCanned(text, target);
    assert.equal(deltas.join(""), text);
    assert.deepEqual(done, [text]);
  },

  "system, developer and earlier turns": async (target) => {
    const answer = await create(target, {
      messages: [
        { role: "system", content: "Be brief." },
        { role: "developer", content: [{ type: "text", text: "Be kind." }] },
        { role: "user", content: "Hello." },
        { role: "assistant", content: "Hello to you." },
        { role: "user", content: [{ type: "text", text: hello }] },
      ],
    });
    isCanned(textOf(answer), target);
    assert.ok(Number(answer.usage?.prompt_tokens) > 15, "earlier turns are not counted");
  },

  "a system message within the conversation": async (target) => {
    const late: Message = { role: "system", content: "Be brief from now on." };
    isCanned(textOf(await create(target, { messages: [...messages, late, ...messages] })), target);
  },

  "a speaker's name": async (target) => {
    const named: Message[] = [{ role: "user", name: "anna", content: hello }];
    isCanned(textOf(await create(target, { messages: named })), target);
  },

  "an image in the request": (target) =>
    counts(target, image(`data:image/png;base64,${pngBase64}`)),

  "an image by its address": (target) => counts(target, image("https://example.com/red.png")),

  "a PDF": (target) =>
    counts(target, {
      type: "file",
      file: { filename: "page.pdf", file_data: `data:application/pdf;base64,${pdfBase64}` },
    }),

  "models.list and models.retrieve name models": async (target) => {
    const { models } = openaiClient(target);
    const objects = new Map<string, string>();
    for await (const { id, object } of models.list()) objects.set(id, object);
    assert.equal(objects.get("sandbox-medium"), "model");
    assert.equal(objects.get("claude-sonnet-4-5"), "model");
    assert.equal((await models.retrieve("sandbox-medium")).id, "sandbox-medium");
  },

  "a field that is wrong is a BadRequestError that names it": async (target) => {
    const error = await errorOf(create(target, { temperature: "hot" as unknown as number }));
    failsAs(error, OpenAI.BadRequestError, {
      status: 400,
      type: "invalid_request_error",
      param: "temperature",
    });
  },

  "a wrong key is an AuthenticationError": async (target) => {
    const wrong = { ...target, apiKey: "sk-wrong" };
    for (const error of await errorsOf(create(wrong), createStream(wrong))) {
      failsAs(error, OpenAI.AuthenticationError, {
        status: 401,
        code: "invalid_api_key",
      });
    }
  },

  "an unknown model is a NotFoundError": async (target) => {
    const wrong = { ...target, model: "no-such-model" };
    for (const error of await errorsOf(create(wrong), createStream(wrong))) {
      failsAs(error, OpenAI.NotFoundError, { status: 404, code: "model_not_found" });
    }
  },
};
