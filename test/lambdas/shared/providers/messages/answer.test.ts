import type { NeutralEvent } from "../../../../../core/chat/neutral/event";
import { gatherAnswer } from "../../../../../core/chat/neutral/gather-answer";
import type { ProviderUsage } from "../../../../../core/usage/provider-usage";
import type { TokenBuckets } from "../../../../../core/usage/token-buckets";
import { readAnswer } from "../../../../../lambdas/shared/providers/messages/answer";
import { readFailure } from "../../../../../lambdas/shared/providers/messages/errors";
import { eventReader } from "../../../../../lambdas/shared/providers/messages/events";

const message = (fields: object) =>
  JSON.stringify({ type: "message", content: [], stop_reason: "end_turn", ...fields });
const usageOf = (usage: object) => readAnswer(message({ usage }))?.usage;

const counted = { input_tokens: 10, output_tokens: 8 };
const tokens = (more: Partial<Record<keyof TokenBuckets, number>> = {}) => ({
  freshInput: 10,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  visibleOutput: 8,
  reasoningOutput: 0,
  ...more,
});

describe("what an answer used", () => {
  test.each<{ name: string; usage: object; read: object | undefined }>([
    { name: "fresh input and output", usage: counted, read: { tokens: tokens() } },
    {
      name: "both caches that were written, and the one that was read",
      usage: {
        ...counted,
        cache_read_input_tokens: 3,
        cache_creation_input_tokens: 7,
        cache_creation: { ephemeral_5m_input_tokens: 2, ephemeral_1h_input_tokens: 5 },
      },
      read: { tokens: tokens({ cacheRead: 3, cacheWrite5m: 2, cacheWrite1h: 5 }) },
    },
    {
      name: "a cache of five minutes where nothing tells which",
      usage: { ...counted, cache_creation_input_tokens: 7 },
      read: { tokens: tokens({ cacheWrite5m: 7 }) },
    },
    {
      name: "thinking, within the output",
      usage: { ...counted, output_tokens_details: { thinking_tokens: 5 } },
      read: { tokens: tokens({ visibleOutput: 3, reasoningOutput: 5 }) },
    },
    {
      name: "searches",
      usage: { ...counted, server_tool_use: { web_search_requests: 2 } },
      read: { tokens: tokens(), units: { "web-search": 2 } },
    },
    {
      name: "a tier",
      usage: { ...counted, service_tier: "priority" },
      read: { tokens: tokens(), serviceTier: "priority" },
    },
    {
      name: "what everyone has",
      usage: { ...counted, service_tier: "standard", inference_geo: "global", speed: "standard" },
      read: { tokens: tokens() },
    },
    {
      name: "a place with a surcharge",
      usage: { ...counted, inference_geo: "us" },
      read: { tokens: tokens(), serviceTier: "us" },
    },
    {
      name: "fast inference",
      usage: { ...counted, speed: "fast" },
      read: { tokens: tokens(), serviceTier: "fast" },
    },
    {
      name: "fast inference at a place with a surcharge",
      usage: { ...counted, service_tier: "standard", speed: "fast", inference_geo: "us" },
      read: { tokens: tokens(), serviceTier: "fast+us" },
    },
    {
      name: "another model's advice",
      usage: { ...counted, iterations: [{ type: "message" }, { type: "advisor_message" }] },
      read: { tokens: tokens(), otherRates: true },
    },
    {
      name: "compaction, which the totals leave out",
      usage: { ...counted, iterations: [{ type: "message" }, { type: "compaction", ...counted }] },
      read: { tokens: tokens({ freshInput: 20, visibleOutput: 16 }) },
    },
    { name: "nothing that counts", usage: { input_tokens: "many" }, read: undefined },
    {
      name: "an odd detail beside a count",
      usage: { ...counted, speed: 7 },
      read: { tokens: tokens() },
    },
  ])("$name", ({ usage, read }) => {
    expect(usageOf(usage)).toEqual(read);
  });
});

const start = (usage: object) => ({
  type: "message_start",
  message: { id: "msg_1", model: "m", usage },
});
const end = (usage: object, reason = "end_turn") => ({
  type: "message_delta",
  delta: { stop_reason: reason, stop_sequence: null },
  usage,
});
const eventsOf = (...events: object[]): NeutralEvent[] => {
  const read = eventReader();
  return events.flatMap((event) => read(JSON.stringify(event)));
};
const usageIn = (events: readonly NeutralEvent[]): ProviderUsage | undefined =>
  gatherAnswer(events).usage;

describe("a stream", () => {
  test("counts as its end does, with the split that its start told", () => {
    const split = { ephemeral_5m_input_tokens: 1, ephemeral_1h_input_tokens: 4 };
    const events = eventsOf(
      start({
        ...counted,
        output_tokens: 1,
        cache_creation_input_tokens: 5,
        cache_creation: split,
        service_tier: "priority",
      }),
      end({
        output_tokens: 40,
        input_tokens: 30,
        cache_creation_input_tokens: 5,
        cache_read_input_tokens: null,
        output_tokens_details: { thinking_tokens: 12 },
      }),
      { type: "message_stop" },
    );
    expect(usageIn(events)).toEqual({
      tokens: tokens({
        freshInput: 30,
        cacheWrite5m: 1,
        cacheWrite1h: 4,
        visibleOutput: 28,
        reasoningOutput: 12,
      }),
      serviceTier: "priority",
    });
  });

  test("begins parts as they say something, and names what nobody else has", () => {
    const events = eventsOf(
      start(counted),
      { type: "ping" },
      { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
      { type: "content_block_stop", index: 0 },
      {
        type: "content_block_start",
        index: 1,
        content_block: { type: "server_tool_use", id: "s", name: "web_search", input: {} },
      },
      {
        type: "content_block_delta",
        index: 1,
        delta: { type: "input_json_delta", partial_json: "{}" },
      },
      { type: "content_block_stop", index: 1 },
      {
        type: "content_block_start",
        index: 2,
        content_block: { type: "web_search_tool_result", content: [] },
      },
      {
        type: "content_block_start",
        index: 3,
        content_block: { type: "thinking", thinking: "", signature: "" },
      },
      {
        type: "content_block_delta",
        index: 3,
        delta: { type: "signature_delta", signature: "abc" },
      },
      { type: "content_block_start", index: 4, content_block: { type: "text", text: "" } },
      { type: "content_block_delta", index: 4, delta: { type: "citations_delta", citation: {} } },
      { type: "content_block_delta", index: 4, delta: { type: "text_delta", text: "yes" } },
      {
        type: "content_block_start",
        index: 5,
        content_block: { type: "tool_use", id: "t", name: "f", input: {} },
      },
      { type: "content_block_stop", index: 5 },
      { type: "brand_new" },
      end({ output_tokens: 9 }, "tool_use"),
      { type: "message_stop" },
    );
    const { choices, unsaid } = gatherAnswer(events);
    expect(choices).toEqual([
      {
        finish: "tool-calls",
        parts: [
          { kind: "reasoning", text: "", seal: { dialect: "messages", value: "abc" } },
          { kind: "text", text: "yes" },
          { kind: "tool-call", id: "t", name: "f", arguments: "{}" },
        ],
      },
    ]);
    expect(unsaid).toEqual(["server_tool_use", "web_search_tool_result", "citations"]);
    expect(events.at(-1)).toEqual({ kind: "end" });
  });

  test("a stop sequence and what explains a refusal are told", () => {
    const [finish] = eventsOf({
      type: "message_delta",
      delta: { stop_reason: "stop_sequence", stop_sequence: "END" },
    });
    expect(finish).toEqual({
      kind: "finish",
      choice: 0,
      reason: "stop-sequence",
      stopSequence: "END",
    });
    const refused = eventsOf({
      type: "message_delta",
      delta: { stop_reason: "refusal", stop_details: { explanation: "no" } },
    });
    expect(refused).toEqual([
      { kind: "refusal", choice: 0, part: 0, text: "no" },
      { kind: "finish", choice: 0, reason: "refusal" },
    ]);
  });

  test.each([
    "",
    "[]",
    "7",
    "{",
    '{"type":7}',
    '{"type":"message_start"}',
    '{"type":"content_block_delta","index":9,"delta":{"type":"text_delta","text":"x"}}',
    '{"type":"message_delta","delta":7}',
  ])("%s says nothing, and breaks nothing", (data) => {
    expect(eventReader()(data)).toEqual([]);
  });
});

describe("what a provider refuses with", () => {
  const failure = (type: string, text: string, more: object = {}) =>
    JSON.stringify({ type: "error", error: { type, message: text, ...more }, request_id: "r" });
  test.each<{ name: string; body: string; says: object }>([
    {
      name: "its type and words",
      body: failure("overloaded_error", "Overloaded"),
      says: { code: "overloaded_error", message: "Overloaded", spentCredit: false },
    },
    {
      name: "spent credit, in words",
      body: failure(
        "invalid_request_error",
        "Your credit balance is too low to access the Anthropic API.",
      ),
      says: { code: "invalid_request_error", spentCredit: true },
    },
    {
      name: "spent credit, by its type",
      body: failure("billing_error", "pay"),
      says: { code: "billing_error", spentCredit: true },
    },
    {
      name: "a finer code",
      body: failure("invalid_request_error", "x", {
        details: { error_code: "tool_name_conflict" },
      }),
      says: { code: "tool_name_conflict" },
    },
    { name: "no JSON", body: "<html>", says: { code: null, spentCredit: false } },
  ])("$name", ({ body, says }) => {
    expect(readFailure(body)).toMatchObject(says);
  });

  test("an error within a stream is a failure", () => {
    expect(eventReader()(failure("overloaded_error", "Overloaded"))).toEqual([
      { kind: "failure", code: "overloaded_error", message: "Overloaded", spentCredit: false },
    ]);
  });
});
