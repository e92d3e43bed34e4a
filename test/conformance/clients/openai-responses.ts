import assert from "node:assert/strict";
import OpenAI from "openai";
import type { Cases, Target } from "../case";
import { errorOf, errorsOf, failsAs, isCanned, isCount } from "../check";
import { hello, pdfBase64, pngBase64 } from "../given";
import { openaiClient } from "./openai-client";

type Settings = Partial<OpenAI.Responses.ResponseCreateParamsNonStreaming>;
type Content = OpenAI.Responses.ResponseInputContent;

const create = (target: Target, settings: Settings = {}) =>
  openaiClient(target).responses.create({ model: target.model, input: hello, ...settings });

const createStream = (target: Target, settings: Settings = {}) =>
  openaiClient(target).responses.create({
    model: target.model,
    input: hello,
    ...settings,
    stream: true,
  });

/** What was asked counts for more with a part than without it: the part reached the provider. */
const counts = async (target: Target, part: Content) => {
  const question: Content = { type: "input_text", text: "What is this?" };
  const asked = (content: Content[]) => create(target, { input: [{ role: "user", content }] });
  const [bare, full] = [await asked([question]), await asked([question, part])];
  isCanned(full.output_text, target);
  assert.ok((full.usage?.input_tokens ?? 0) > (bare.usage?.input_tokens ?? 0));
};

const image = (url: string): Content => ({ type: "input_image", image_url: url, detail: "auto" });

/** A field that can't be served is named in the error. */
const refuses = (name: string, settings: Settings) => async (target: Target) => {
  const error = await errorOf(create(target, settings));
  failsAs(error, OpenAI.BadRequestError, { status: 400, type: "invalid_request_error" });
  assert.match(String(error), new RegExp(name));
};

export const openaiResponses: Cases = {
  "create answers with a text and its count": async (target) => {
    const answer = await create(target);
    assert.equal(answer.object, "response");
    assert.equal(answer.status, "completed");
    assert.ok(answer.id);
    isCanned(answer.output_text, target);
    const { input_tokens, output_tokens, total_tokens } = answer.usage ?? {};
    isCount(input_tokens);
    isCount(output_tokens);
    assert.equal(total_tokens, Number(input_tokens) + Number(output_tokens));
  },

  "a stream says the same, in numbered events": async (target) => {
    const types: string[] = [];
    const numbers: number[] = [];
    let text = "";
    let completed: OpenAI.Responses.Response | undefined;
    for await (const event of await createStream(target)) {
      types.push(event.type);
      numbers.push(event.sequence_number);
      if (event.type === "response.output_text.delta") text += event.delta;
      if (event.type === "response.completed") completed = event.response;
    }
    assert.equal(types[0], "response.created");
    assert.equal(types.at(-1), "response.completed");
    assert.deepEqual(
      numbers,
      numbers.map((_, at) => at),
    );
    for (const type of ["response.output_item.added", "response.content_part.added"]) {
      assert.ok(types.indexOf(type) < types.indexOf("response.output_text.delta"), type);
    }
    const whole = await create(target);
    assert.equal(text, whole.output_text);
    assert.equal(completed?.usage?.output_tokens, whole.usage?.output_tokens);
  },

  "the stream helper adds the events up": async (target) => {
    let text = "";
    const stream = openaiClient(target)
      .responses.stream({ model: target.model, input: hello })
      .on("response.output_text.delta", ({ delta, snapshot }) => {
        text += delta;
        assert.equal(snapshot, text);
      });
    const answer = await stream.finalResponse();
    isCanned(answer.output_text, target);
    assert.equal(text, answer.output_text);
  },

  "instructions and earlier turns": async (target) => {
    const answer = await create(target, {
      instructions: "Be brief.",
      input: [
        { role: "developer", content: "Be kind." },
        { role: "user", content: "Hello." },
        { role: "assistant", content: "Hello to you." },
        { role: "user", content: [{ type: "input_text", text: hello }] },
      ],
    });
    isCanned(answer.output_text, target);
    assert.ok(Number(answer.usage?.input_tokens) > 15, "earlier turns are not counted");
  },

  "an answer's own items go back in the next turn": async (target) => {
    const first = await create(target, { store: false });
    const answer = await create(target, {
      store: false,
      input: [
        { role: "user", content: hello },
        ...(first.output as OpenAI.Responses.ResponseInputItem[]),
        { role: "user", content: "Once more, please." },
      ],
    });
    isCanned(answer.output_text, target);
    assert.ok(Number(answer.usage?.input_tokens) > Number(first.usage?.input_tokens));
  },

  "an image in the request": (target) =>
    counts(target, image(`data:image/png;base64,${pngBase64}`)),

  "an image by its address": (target) => counts(target, image("https://example.com/red.png")),

  "a PDF": (target) =>
    counts(target, {
      type: "input_file",
      filename: "page.pdf",
      file_data: `data:application/pdf;base64,${pdfBase64}`,
    }),

  "previous_response_id is refused": refuses("previous_response_id", {
    previous_response_id: "resp_1",
  }),
  "conversation is refused": refuses("conversation", { conversation: "conv_1" }),
  "background is refused": refuses("background", { background: true }),

  "a field that is wrong is a BadRequestError that names it": refuses("temperature", {
    temperature: "hot" as unknown as number,
  }),

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
