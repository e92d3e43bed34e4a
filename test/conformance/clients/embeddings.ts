import assert from "node:assert/strict";
import { createOpenAI } from "@ai-sdk/openai";
import { OpenAIEmbeddings } from "@langchain/openai";
import { embedMany } from "ai";
import OpenAI from "openai";
import type { Cases, Target } from "../case";
import { errorOf, failsAs, isCount } from "../check";
import { openaiClient } from "./openai-client";

const texts = ["Boxes are red.", "Paris is a city."];

type Settings = Partial<OpenAI.EmbeddingCreateParams>;

const create = (target: Target, settings: Settings = {}) =>
  openaiClient(target).embeddings.create({ model: target.model, input: texts, ...settings });

/** A vector for each text, all of one length, unlike each other. */
const areVectors = (vectors: readonly (readonly number[])[]) => {
  assert.equal(vectors.length, texts.length);
  const [first = [], second = []] = vectors;
  assert.ok(first.length > 1 && first.length === second.length);
  assert.ok([...first, ...second].every(Number.isFinite));
  assert.notDeepEqual(first, second);
};

export const embeddings: Cases = {
  "openai: a vector for each text, and the count": async (target) => {
    const answer = await create(target);
    assert.deepEqual(
      answer.data.map(({ index }) => index),
      [0, 1],
    );
    areVectors(answer.data.map(({ embedding }) => embedding));
    isCount(answer.usage.prompt_tokens);
  },

  "openai: floats and base64 are the same vectors": async (target) => {
    // Without a wish of the caller's, the client asks for base64 and decodes it itself.
    const [decoded, floats] = [
      await create(target),
      await create(target, { encoding_format: "float" }),
    ];
    for (const [at, { embedding }] of floats.data.entries()) {
      const same = decoded.data[at]?.embedding ?? [];
      assert.equal(same.length, embedding.length);
      assert.ok(embedding.every((value, place) => Math.abs(value - (same[place] ?? 9)) < 1e-6));
    }
  },

  "openai: so many dimensions, of one text": async (target) => {
    const answer = await create(target, { input: "Boxes are red.", dimensions: 64 });
    assert.equal(answer.data[0]?.embedding.length, 64);
  },

  "openai: a wrong field, a wrong key, an unknown model": async (target) => {
    failsAs(await errorOf(create(target, { input: 7 as never })), OpenAI.BadRequestError, {
      status: 400,
    });
    const stranger = { ...target, apiKey: "sk-wrong" };
    failsAs(await errorOf(create(stranger)), OpenAI.AuthenticationError, { status: 401 });
    const unknown = { ...target, model: "no-such-model" };
    failsAs(await errorOf(create(unknown)), OpenAI.NotFoundError, { status: 404 });
  },

  "ai sdk: embedMany": async ({ baseUrl: baseURL, apiKey, model }) => {
    const answer = await embedMany({
      model: createOpenAI({ baseURL, apiKey }).embeddingModel(model),
      values: texts,
      maxRetries: 0,
    });
    areVectors(answer.embeddings);
    isCount(answer.usage.tokens);
  },

  "langchain: embedDocuments": async ({ baseUrl: baseURL, apiKey, model }) => {
    const embedder = new OpenAIEmbeddings({
      model,
      apiKey,
      maxRetries: 0,
      configuration: { baseURL },
    });
    areVectors(await embedder.embedDocuments(texts));
  },
};
