import type { ToolResultPart } from "../../../../../core/chat/neutral/part";
import type { NeutralRequest } from "../../../../../core/chat/neutral/request";
import { createResponsesAdapter } from "../../../../../lambdas/shared/providers/responses/adapter";
import {
  adapter,
  elsewhere,
  outgoing,
  plainModel,
  readResponses,
  sent,
  sentBody,
  site,
  thinker,
} from "./asking";

const asked = { model: "gpt-5", input: "hi" };

test("a request goes to the site's address with its key", () => {
  const request = readResponses({ ...asked, stream: true });
  expect(adapter.toHttp(outgoing(request))).toEqual({
    method: "POST",
    url: "https://api.openai.com/v1/responses",
    headers: {
      authorization: "Bearer sk-test",
      "content-type": "application/json",
      accept: "text/event-stream",
    },
    body: request.text,
  });
});

test("a site may name models its own way, and be guarded", () => {
  const own = createResponsesAdapter({ ...site, modelName: (id) => `my-${id}`, guarded: true });
  const call = own.toHttp(outgoing(readResponses(asked)));
  expect(call.guarded).toBe(true);
  expect(JSON.parse(call.body ?? "")).toEqual({ ...asked, model: "my-gpt-5" });
});

describe("a request of its own dialect", () => {
  test("is passed on byte for byte but for the model", () => {
    const text = '{ "input": "hi",\n "seed": 12345678901234567890, "model": "auto" }';
    const request = { ...readResponses(asked), text, model: "auto" };
    expect(sentBody(request)).toBe(text.replace("auto", "gpt-5"));
  });

  test("loses what the gateway put into earlier turns, and keeps what OpenAI did", () => {
    const own = { type: "reasoning", id: "rs_0a", summary: [], encrypted_content: "gAAA" };
    const input = [
      { role: "user", content: "go" },
      own,
      { type: "reasoning", id: "rs_sc1_1_0", summary: [{ type: "summary_text", text: "hm" }] },
      { type: "reasoning", id: "x", summary: [], encrypted_content: "sc1.messages.sig" },
      { type: "message", id: "msg_sc1_1_1", role: "assistant", content: "so" },
    ];
    expect(sent(readResponses({ ...asked, input })).input).toEqual([
      { role: "user", content: "go" },
      own,
      { type: "message", role: "assistant", content: "so" },
    ]);
  });

  test("asks a substitute that does not think for no seals", () => {
    const include = ["reasoning.encrypted_content", "message.output_text.logprobs"];
    const request = readResponses({ ...asked, include });
    expect(sent(request, { ...plainModel, substitute: true }).include).toEqual([include[1]]);
    expect(sent(request, plainModel).include).toEqual(include);
  });
});

describe("a request of another dialect", () => {
  const translated = (neutral: Partial<NeutralRequest>, model = thinker) =>
    sent(elsewhere(neutral), model);

  test("is stored nowhere, and asks for the seals of thoughts", () => {
    expect(translated({})).toEqual({
      model: "gpt-5",
      input: [],
      include: ["reasoning.encrypted_content"],
      store: false,
    });
    expect(translated({}, plainModel)).toEqual({ model: "gpt-4o", input: [], store: false });
  });

  test.each<{ name: string; said: Partial<NeutralRequest>; body: object }>([
    {
      name: "a budget becomes an effort",
      said: { reasoning: { budgetTokens: 8_000 } },
      body: { reasoning: { effort: "medium" } },
    },
    {
      name: "an effort outweighs a budget",
      said: { reasoning: { effort: "low", budgetTokens: 8_000 } },
      body: { reasoning: { effort: "low" } },
    },
    {
      name: "thoughts to be read are asked for",
      said: { reasoning: { adaptive: true, shown: true } },
      body: { reasoning: { summary: "auto" } },
    },
    {
      name: "a tool that says nothing of it is not strict",
      said: { tools: [{ name: "f" }] },
      body: {
        tools: [
          {
            type: "function",
            name: "f",
            parameters: { type: "object", properties: {} },
            strict: false,
          },
        ],
      },
    },
    {
      name: "a schema without a name gets one",
      said: { shape: { kind: "schema", schema: {} } },
      body: { text: { format: { type: "json_schema", name: "answer", schema: {} } } },
    },
  ])("$name", ({ said, body }) => {
    expect(translated(said)).toMatchObject(body);
  });

  test("says nothing of thinking to a model that does not, nor of tools without any", () => {
    const body = translated(
      { reasoning: { effort: "none" }, toolChoice: { kind: "auto" } },
      plainModel,
    );
    expect(Object.keys(body).sort()).toEqual(["input", "model", "store"]);
  });

  test("leaves out thoughts of others, and keeps a late system message in its place", () => {
    const { input } = translated({
      messages: [
        { role: "user", parts: [{ kind: "text", text: "a" }] },
        {
          role: "assistant",
          parts: [
            { kind: "reasoning", text: "x", seal: { dialect: "messages", value: "s" } },
            { kind: "text", text: "b" },
          ],
        },
        { role: "system", parts: [{ kind: "text", text: "c" }] },
      ],
    });
    expect(input).toEqual([
      { type: "message", role: "user", content: [{ type: "input_text", text: "a" }] },
      {
        type: "message",
        role: "assistant",
        content: [{ type: "output_text", text: "b", annotations: [] }],
      },
      { type: "message", role: "system", content: [{ type: "input_text", text: "c" }] },
    ]);
  });
});

describe("a tool's failure is said in words", () => {
  const png = { kind: "data" as const, base64: "AAAA", mediaType: "image/png" };
  test.each<{ name: string; content: ToolResultPart["content"]; output: unknown }>([
    {
      name: "before what it says",
      content: [{ kind: "text", text: "no such file" }],
      output: "Error: no such file",
    },
    {
      name: "once",
      content: [{ kind: "text", text: "ERROR 7" }],
      output: "ERROR 7",
    },
    { name: "where it says nothing", content: [], output: "Error" },
    {
      name: "beside an image",
      content: [{ kind: "image", media: png, detail: "low" }],
      output: [
        { type: "input_text", text: "Error" },
        { type: "input_image", image_url: "data:image/png;base64,AAAA", detail: "low" },
      ],
    },
  ])("$name", ({ content, output }) => {
    const said: Partial<NeutralRequest> = {
      messages: [
        { role: "tool", parts: [{ kind: "tool-result", id: "1", content, isError: true }] },
      ],
    };
    expect(adapter.uncarried(elsewhere(said).neutral())).toEqual([]);
    expect(sent(elsewhere(said))).toMatchObject({
      input: [{ type: "function_call_output", call_id: "1", output }],
    });
  });
});

describe("what Responses have no word for is named", () => {
  const text = [{ kind: "text" as const, text: "x" }];
  test.each<{ said: Partial<NeutralRequest>; named: string }>([
    { said: { stop: ["."] }, named: "stop" },
    { said: { choices: 2 }, named: "n" },
    { said: { seed: 1 }, named: "seed" },
    { said: { topK: 1 }, named: "top_k" },
    { said: { frequencyPenalty: 1 }, named: "frequency_penalty" },
    { said: { presencePenalty: 1 }, named: "presence_penalty" },
    { said: { maxOutputTokens: 15 }, named: "fewer than 16 output tokens" },
    {
      said: { messages: [{ role: "user", name: "ann", parts: text }] },
      named: "names of speakers",
    },
    {
      said: {
        messages: [{ role: "user", parts: [{ kind: "audio", base64: "A", format: "wav" }] }],
      },
      named: "audio",
    },
    { said: { bound: ["tools[1]"] }, named: "tools[1]" },
  ])("$named", ({ said, named }) => {
    expect(adapter.uncarried(elsewhere(said).neutral())).toEqual([named]);
  });

  test("and what one provider's lack beside", () => {
    const own = createResponsesAdapter(site, { lacked: ["verbosity"] });
    expect(own.uncarried(elsewhere({ verbosity: "low" }).neutral())).toEqual(["verbosity"]);
  });
});
