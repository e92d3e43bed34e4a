import assert from "node:assert/strict";
import Anthropic from "@anthropic-ai/sdk";
import type { Cases, Target } from "../case";
import { errorOf, errorsOf, failsAs, isCanned } from "../check";
import { hello } from "../given";
import { anthropicClient, anthropicUrl } from "./anthropic-client";

const body = ({ model }: Target) => ({
  model,
  max_tokens: 1_024,
  messages: [{ role: "user" as const, content: hello }],
});

const create = (target: Target, settings: object = {}) =>
  anthropicClient(target).messages.create({ ...body(target), ...settings });

export const anthropicErrors: Cases = {
  "a key as a bearer token": async (target) => {
    const client = new Anthropic({
      apiKey: null,
      authToken: target.apiKey,
      baseURL: anthropicUrl(target),
      maxRetries: 0,
    });
    const { content } = await client.messages.create(body(target));
    const texts = content.flatMap((block) => (block.type === "text" ? [block.text] : []));
    isCanned(texts.join(""), target);
  },

  "a field that is wrong is a BadRequestError that names it": async (target) => {
    const error = await errorOf(create(target, { temperature: "hot" }));
    failsAs(error, Anthropic.BadRequestError, { status: 400, type: "invalid_request_error" });
    assert.match(String(error), /temperature/);
  },

  "a wrong key is an AuthenticationError": async (target) => {
    const wrong = { ...target, apiKey: "sk-wrong" };
    const streamed = anthropicClient(wrong).messages.stream(body(wrong)).finalMessage();
    for (const error of await errorsOf(create(wrong), streamed)) {
      failsAs(error, Anthropic.AuthenticationError, {
        status: 401,
        type: "authentication_error",
      });
    }
  },

  "an unknown model is a NotFoundError": async (target) => {
    const wrong = { ...target, model: "no-such-model" };
    failsAs(await errorOf(create(wrong)), Anthropic.NotFoundError, {
      status: 404,
      type: "not_found_error",
    });
  },
};
