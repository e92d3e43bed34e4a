import { type ProviderId, providerIds } from "../../../../../core/catalog/provider-id";
import { efforts, type NeutralRequest } from "../../../../../core/chat/neutral/request";
import { words, wordsOf } from "../../../../../core/chat/neutral/words";
import type { ProviderAdapter } from "../../../../../lambdas/shared/providers/adapter";
import { createAdapters } from "../../../../../lambdas/shared/providers/adapters";
import { family } from "../../../../../lambdas/shared/providers/completions/family";
import { fixtures } from "./family-fixtures";
import { asWritten, fromAnother } from "./outgoing";
import { requestSaying } from "./said-words";

const adapters = createAdapters({ sandbox: "http://127.0.0.1:1/v1/" });
const adapterOf = (provider: ProviderId): ProviderAdapter => {
  const adapter = adapters.find(provider, "completions");
  if (!adapter) throw new Error(`no adapter for ${provider}`);
  return adapter;
};

const rows = providerIds.flatMap((provider) => {
  const row = family[provider];
  const fixture = fixtures[provider];
  return row && fixture ? [{ provider, row, fixture }] : [];
});

const answer = { role: "assistant", content: "hello", refusal: null, annotations: [] };
const request = {
  model: "m",
  messages: [
    { role: "developer", content: "be brief" },
    { role: "user", content: "hi" },
    { ...answer, reasoning_content: "hm" },
    { role: "user", content: "again" },
  ],
  stream: true,
  max_completion_tokens: 100,
  seed: 7,
  reasoning_effort: "minimal",
  user: "ann",
  store: false,
  metadata: { a: "b" },
};

const bodyOf = (provider: ProviderId, outgoing: Parameters<ProviderAdapter["toHttp"]>[0]) =>
  JSON.parse(adapterOf(provider).toHttp(outgoing).body ?? "") as Record<string, unknown>;

const defined = (body: object) => JSON.parse(JSON.stringify(body)) as unknown;

describe("the family of OpenAI's dialect", () => {
  test("has a fixture for each row", () => {
    expect(Object.keys(fixtures).sort()).toEqual(Object.keys(family).sort());
    expect(rows).toHaveLength(14);
  });

  test.each(rows)("$provider gets the request in its own words", ({ provider, fixture }) => {
    const call = adapterOf(provider).toHttp(asWritten(request));
    expect(call).toMatchObject({
      method: "POST",
      url: fixture.url,
      headers: { ...fixture.auth, accept: "text/event-stream" },
    });
    const { messages, ...fields } = JSON.parse(call.body ?? "") as typeof request;
    const { messages: _written, ...written } = request;
    expect(fields).toEqual(defined({ ...written, ...fixture.body }));
    expect(messages.map(({ role }) => role)).toEqual([fixture.system, "user", "assistant", "user"]);
    const { refusal: _refusal, annotations: _annotations, ...said } = messages[2] as typeof answer;
    expect(said).toEqual({
      role: "assistant",
      content: "hello",
      ...fixture.thoughts,
    });
  });

  test.each(rows)("$provider gets bytes as they are where nothing must change", ({ provider }) => {
    const text = '{ "messages":[{"role":"user","content":"hi"}],  "model":"m", "top_p":1.0 }';
    const plain = asWritten(JSON.parse(text) as object);
    const outgoing = { ...plain, request: { ...plain.request, text } };
    const { body } = adapterOf(provider).toHttp(outgoing);
    expect(body).toBe(provider === "azure" ? text.replace('"m"', '"m-deployed"') : text);
  });

  test.each(rows)("$provider names what it lacks, and nothing else", ({ provider, row }) => {
    for (const word of words) {
      const saying = requestSaying(word);
      expect(wordsOf(saying)).toContain(word);
      const named = adapterOf(provider).uncarried(saying);
      const lacked = [...wordsOf(saying)].filter((said) => said in row.lacks);
      expect({ word, named: [...named].sort() }).toEqual({ word, named: lacked.sort() });
    }
  });

  test.each(rows)("$provider is known by pages that were read", ({ row }) => {
    for (const source of Object.values(row.lacks)) {
      expect(source).toMatch(/https:.*\(read 2026-\d\d-\d\d\)$|nothing is known of/);
    }
  });

  test.each(rows)("$provider is told each effort by a word or a field, or not asked", (known) => {
    const { provider, row } = known;
    for (const effort of efforts) {
      const saying = { ...requestSaying("temperature"), reasoning: { effort } };
      const refused = adapterOf(provider).uncarried(saying);
      if (row.efforts && !(effort in row.efforts)) {
        expect(refused).toEqual([`reasoning effort ${effort}`]);
        continue;
      }
      expect(refused).toEqual([]);
      const wording = row.efforts?.[effort] ?? effort;
      const said = typeof wording === "string" ? { reasoning_effort: wording } : wording;
      expect(bodyOf(provider, fromAnother(saying, { reasons: true }))).toMatchObject(said);
    }
  });
});

describe("deviations that one request does not show", () => {
  test("a conversation that DeepSeek's thinking models continue has thoughts in each answer", () => {
    const { messages } = bodyOf(
      "deepseek",
      asWritten({ ...request, messages: [answer] }, { reasons: true }),
    );
    expect(messages).toEqual([{ ...answer, reasoning_content: "" }]);
  });

  test("not to think is said by DeepSeek's own field", () => {
    const body = bodyOf("deepseek", asWritten({ ...request, reasoning_effort: "none" }));
    expect(body).toMatchObject({ thinking: { type: "disabled" } });
    expect(body).not.toHaveProperty("reasoning_effort");
  });

  test("a substitute that does not think is not told not to", () => {
    const written = { ...request, reasoning_effort: "none" };
    const substitute = asWritten(written, { id: "other", substitute: true });
    expect(bodyOf("openai", substitute)).not.toHaveProperty("reasoning_effort");
    expect(bodyOf("openai", asWritten(written))).toHaveProperty("reasoning_effort", "none");
  });

  test("a substitute that thinks gets the newer name of the ceiling where it knows it", () => {
    const written = { model: "a", max_tokens: 9, messages: [{ role: "user", content: "x" }] };
    const substitute = asWritten(written, { id: "b", substitute: true, reasons: true });
    expect(bodyOf("openai", substitute)).toMatchObject({ max_completion_tokens: 9 });
    expect(bodyOf("mistral", substitute)).toMatchObject({ max_tokens: 9 });
    expect(bodyOf("openai", asWritten(written, { id: "a" }))).toMatchObject({ max_tokens: 9 });
  });

  test("strict providers get messages without what clients leave empty, or mark", () => {
    const part = { type: "text", text: "hi", cache_control: { type: "ephemeral" } };
    const written = {
      model: "m",
      messages: [
        { role: "user", content: [part] },
        { ...answer, audio: null, function_call: null, tool_calls: [] },
      ],
    };
    const plain = [
      { role: "user", content: [{ type: "text", text: "hi" }] },
      { role: "assistant", content: "hello" },
    ];
    expect(bodyOf("groq", asWritten(written)).messages).toEqual(plain);
    expect(bodyOf("openai", asWritten(written)).messages).toEqual(written.messages);
  });

  test("a refusal is said as text where there is no field for it", () => {
    const refused = { role: "assistant", content: null, refusal: "I won't." };
    const written = { model: "m", messages: [refused] };
    expect(bodyOf("xai", asWritten(written)).messages).toEqual([
      { role: "assistant", content: "I won't." },
    ]);
    expect(bodyOf("openai", asWritten(written)).messages).toEqual([refused]);
  });

  test.each([
    { said: "no such file", content: "Error: no such file" },
    { said: "error: no such file", content: "error: no such file" },
    { said: "", content: "Error" },
  ])("a tool's failure is said in words: $content", ({ said, content }) => {
    const text = { kind: "text" as const, text: said };
    const result = { kind: "tool-result" as const, id: "1", content: [text] };
    const failed = (isError?: true) => ({
      ...requestSaying("temperature"),
      messages: [{ role: "tool" as const, parts: [{ ...result, ...(isError && { isError }) }] }],
    });
    const messagesTo = (neutral: NeutralRequest) => bodyOf("openai", fromAnother(neutral)).messages;
    const written = { role: "tool", tool_call_id: "1" };
    expect(messagesTo(failed(true))).toEqual([{ ...written, content }]);
    expect(messagesTo(failed())).toEqual([{ ...written, content: said }]);
  });

  test("a file is a document at Mistral", () => {
    const file = { file_data: "data:application/pdf;base64,AA", filename: "a.pdf" };
    const written = {
      model: "m",
      messages: [{ role: "user", content: [{ type: "file", file }] }],
    };
    expect(bodyOf("mistral", asWritten(written)).messages).toEqual([
      {
        role: "user",
        content: [
          { type: "document_url", document_url: file.file_data, document_name: file.filename },
        ],
      },
    ]);
  });

  test("a customer's server is called guarded, and without a key if it has none", () => {
    const outgoing = asWritten(request);
    const adapter = adapterOf("custom");
    expect(adapter.toHttp(outgoing)).toMatchObject({ guarded: true });
    const keyless = { ...outgoing, key: "" as typeof outgoing.key };
    expect(adapter.toHttp(keyless).headers).not.toHaveProperty("authorization");
    expect(adapterOf("openai").toHttp(outgoing)).not.toHaveProperty("guarded");
  });

  test.each(["", "evil.com/#", "a b", "-x", undefined])("the resource %s is none", (resource) => {
    const outgoing = asWritten(request);
    const settings = resource === undefined ? {} : { resource };
    expect(() => adapterOf("azure").toHttp({ ...outgoing, settings })).toThrow(
      "the credential stored for azure has no usable resource",
    );
  });

  test("tokens of thinking are said as an effort, and what is bound stays where it is", () => {
    const saying = { ...requestSaying("reasoning budget"), bound: ["tools[1]"] };
    expect(adapterOf("openai").uncarried(saying)).toEqual(["tools[1]"]);
    const body = bodyOf("openai", fromAnother(saying, { reasons: true }));
    expect(body).toMatchObject({ reasoning_effort: "high" });
  });
});
