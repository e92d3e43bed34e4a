import assert from "node:assert/strict";
import {
  APICallError,
  generateObject,
  generateText,
  type ModelMessage,
  Output,
  streamObject,
  streamText,
  type UserContent,
} from "ai";
import type { Cases, Target } from "../case";
import { errorOf, failsAs, isBox, isCanned, isCount } from "../check";
import { askBox, box, hello, pdfBase64, pngBase64 } from "../given";
import { failing, type ModelOf } from "./ai-sdk-models";

/* eslint-disable @typescript-eslint/no-deprecated -- generateObject and streamObject are what most
   apps still call. */

const once = { maxRetries: 0 };

/** What an iterable brings. */
const all = async <T>(things: AsyncIterable<T>): Promise<T[]> => {
  const gathered: T[] = [];
  for await (const thing of things) gathered.push(thing);
  return gathered;
};

/** What was asked counts for more with a part than without it: the part reached the provider. */
const counts = async (modelOf: ModelOf, target: Target, part: Exclude<UserContent, string>) => {
  const asked = (content: UserContent) =>
    generateText({ model: modelOf(target), messages: [{ role: "user", content }], ...once });
  const question = { type: "text" as const, text: "What is this?" };
  const [bare, full] = [await asked([question]), await asked([question, ...part])];
  isCanned(full.text, target);
  assert.ok(Number(full.usage.inputTokens) > Number(bare.usage.inputTokens));
};

const turns: ModelMessage[] = [
  { role: "user", content: "Hello." },
  { role: "assistant", content: "Hello to you." },
  { role: "user", content: [{ type: "text", text: hello }] },
];

const texts = (modelOf: ModelOf): Cases => ({
  "generateText answers with a text and its count": async (target) => {
    const answer = await generateText({ model: modelOf(target), prompt: hello, ...once });
    isCanned(answer.text, target);
    assert.equal(answer.finishReason, "stop");
    isCount(answer.usage.inputTokens);
    isCount(answer.usage.outputTokens);
  },

  "streamText says the same, piece by piece": async (target) => {
    const model = modelOf(target);
    const { onError, read } = failing();
    const stream = streamText({ model, prompt: hello, onError, ...once });
    const pieces = await read(() => all(stream.textStream));
    assert.ok(pieces.length > 3, `${pieces.length} pieces are no stream`);
    const whole = await generateText({ model, prompt: hello, ...once });
    assert.equal(pieces.join(""), whole.text);
    assert.equal(await stream.finishReason, "stop");
    assert.equal((await stream.usage).outputTokens, whole.usage.outputTokens);
  },

  "system and earlier turns": async (target) => {
    const system = "Be brief.";
    const answer = await generateText({ model: modelOf(target), system, messages: turns, ...once });
    isCanned(answer.text, target);
    assert.ok(Number(answer.usage.inputTokens) > 15, "earlier turns are not counted");
  },

  temperature: async (target) => {
    const settings = { prompt: hello, temperature: 0.5, ...once };
    isCanned((await generateText({ model: modelOf(target), ...settings })).text, target);
  },

  "maxOutputTokens: cut off, and said so": async (target) => {
    const settings = { prompt: hello, maxOutputTokens: 16, ...once };
    const answer = await generateText({ model: modelOf(target), ...settings });
    assert.equal(answer.finishReason, "length");
  },

  "an image": (target) =>
    counts(modelOf, target, [
      { type: "image", image: Buffer.from(pngBase64, "base64"), mediaType: "image/png" },
    ]),

  "a PDF": (target) =>
    counts(modelOf, target, [
      { type: "file", data: pdfBase64, mediaType: "application/pdf", filename: "page.pdf" },
    ]),
});

const objects = (modelOf: ModelOf): Cases => ({
  "generateObject returns what zod describes": async (target) => {
    const answer = await generateObject({
      model: modelOf(target),
      schema: box,
      prompt: askBox,
      ...once,
    });
    isBox(answer.object);
  },

  "streamObject returns it once it is whole": async (target) => {
    const { onError, read } = failing();
    const stream = streamObject({
      model: modelOf(target),
      schema: box,
      prompt: askBox,
      onError,
      ...once,
    });
    const { length } = await read(() => all(stream.partialObjectStream));
    assert.ok(length > 1, `${length} partial objects are no stream`);
    isBox(await stream.object);
  },

  "generateText with an output": async (target) => {
    const answer = await generateText({
      model: modelOf(target),
      output: Output.object({ schema: box }),
      prompt: askBox,
      ...once,
    });
    isBox(answer.output);
  },
});

const errors = (modelOf: ModelOf): Cases => {
  const failure = (target: Target) =>
    errorOf(generateText({ model: modelOf(target), prompt: hello, ...once }));
  return {
    "a field that is wrong is an APICallError with the status": async (target) => {
      const error = await errorOf(
        generateText({ model: modelOf(target), prompt: hello, topP: 9, ...once }),
      );
      failsAs(error, APICallError, { statusCode: 400, isRetryable: false });
      assert.match((error as APICallError).message, /top_p/);
    },

    "a wrong key is an APICallError with the status": async (target) => {
      failsAs(await failure({ ...target, apiKey: "sk-wrong" }), APICallError, { statusCode: 401 });
    },

    "an unknown model is an APICallError with the status": async (target) => {
      const error = await failure({ ...target, model: "no-such-model" });
      failsAs(error, APICallError, { statusCode: 404, isRetryable: false });
      assert.match((error as APICallError).message, /no-such-model/);
    },
  };
};

/** What users of the Vercel AI SDK do, whichever way it goes to the model. */
export const aiSdkCases = (modelOf: ModelOf): Cases => ({
  ...texts(modelOf),
  ...objects(modelOf),
  ...errors(modelOf),
});
