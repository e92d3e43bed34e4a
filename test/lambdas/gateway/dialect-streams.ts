import type { Dialect } from "../../../core/chat/dialect";

/** One short answer as each dialect streams it: a text, a call with its arguments in two pieces. */
export const said = { text: "né 漢🚀 ok", call: { name: "add", arguments: { a: 1, b: "ü" } } };

const pieces = ['{"a":1,', '"b":"ü"}'] as const;

const data = (value: unknown) => `data: ${JSON.stringify(value)}`;
const named = (value: { readonly type: string; readonly [field: string]: unknown }) =>
  `event: ${value.type}\n${data(value)}`;

const delta = (change: object, finish: string | null = null) =>
  data({ id: "c", model: "m", choices: [{ index: 0, delta: change, finish_reason: finish }] });

const responsesItems = {
  message: (text: string) => ({
    type: "message",
    id: "msg_1",
    role: "assistant",
    status: "completed",
    content: [{ type: "output_text", text, annotations: [], logprobs: [] }],
  }),
  call: (text: string) => ({
    type: "function_call",
    id: "fc_1",
    call_id: "call_1",
    name: "add",
    arguments: text,
    status: "completed",
  }),
};

/** The events of the stream, each without its blank line. */
export const streamEvents: Readonly<Record<Dialect, readonly string[]>> = {
  completions: [
    delta({ role: "assistant", content: "né 漢🚀" }),
    delta({ content: " ok" }),
    delta({
      tool_calls: [
        { index: 0, id: "call_1", type: "function", function: { name: "add", arguments: "" } },
      ],
    }),
    ...pieces.map((text) => delta({ tool_calls: [{ index: 0, function: { arguments: text } }] })),
    delta({}, "tool_calls"),
    data({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 9, total_tokens: 16 } }),
    "data: [DONE]",
  ],
  responses: [
    { type: "response.created", response: { id: "resp_1", model: "m", status: "in_progress" } },
    { type: "response.output_item.added", output_index: 0, item: responsesItems.message("") },
    {
      type: "response.output_text.delta",
      item_id: "msg_1",
      output_index: 0,
      content_index: 0,
      delta: "né 漢🚀",
    },
    {
      type: "response.output_text.delta",
      item_id: "msg_1",
      output_index: 0,
      content_index: 0,
      delta: " ok",
    },
    { type: "response.output_item.done", output_index: 0, item: responsesItems.message(said.text) },
    {
      type: "response.output_item.added",
      output_index: 1,
      item: { ...responsesItems.call(""), status: "in_progress" },
    },
    ...pieces.map((text) => ({
      type: "response.function_call_arguments.delta",
      item_id: "fc_1",
      output_index: 1,
      delta: text,
    })),
    {
      type: "response.output_item.done",
      output_index: 1,
      item: responsesItems.call(pieces.join("")),
    },
    {
      type: "response.completed",
      response: {
        id: "resp_1",
        object: "response",
        model: "m",
        status: "completed",
        output: [responsesItems.message(said.text), responsesItems.call(pieces.join(""))],
        usage: {
          input_tokens: 7,
          input_tokens_details: { cached_tokens: 0 },
          output_tokens: 9,
          output_tokens_details: { reasoning_tokens: 0 },
          total_tokens: 16,
        },
      },
    },
  ].map((event, at) => named({ sequence_number: at, ...event })),
  messages: [
    {
      type: "message_start",
      message: {
        id: "msg_1",
        type: "message",
        role: "assistant",
        model: "m",
        content: [],
        stop_reason: null,
        usage: { input_tokens: 7, output_tokens: 1 },
      },
    },
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "né 漢🚀" } },
    { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: " ok" } },
    { type: "content_block_stop", index: 0 },
    {
      type: "content_block_start",
      index: 1,
      content_block: { type: "tool_use", id: "toolu_1", name: "add", input: {} },
    },
    ...pieces.map((text) => ({
      type: "content_block_delta",
      index: 1,
      delta: { type: "input_json_delta", partial_json: text },
    })),
    { type: "content_block_stop", index: 1 },
    {
      type: "message_delta",
      delta: { stop_reason: "tool_use", stop_sequence: null },
      usage: { output_tokens: 9 },
    },
    { type: "message_stop" },
  ].map(named),
  gemini: [
    { candidates: [{ content: { role: "model", parts: [{ text: "né 漢🚀" }] }, index: 0 }] },
    { candidates: [{ content: { role: "model", parts: [{ text: " ok" }] }, index: 0 }] },
    {
      candidates: [
        {
          content: {
            role: "model",
            parts: [{ functionCall: { name: "add", args: said.call.arguments } }],
          },
          finishReason: "STOP",
          index: 0,
        },
      ],
      usageMetadata: { promptTokenCount: 7, candidatesTokenCount: 9, totalTokenCount: 16 },
    },
  ].map(data),
  converse: [
    { messageStart: { role: "assistant" } },
    { contentBlockDelta: { contentBlockIndex: 0, delta: { text: "né 漢🚀" } } },
    { contentBlockDelta: { contentBlockIndex: 0, delta: { text: " ok" } } },
    { contentBlockStop: { contentBlockIndex: 0 } },
    {
      contentBlockStart: {
        contentBlockIndex: 1,
        start: { toolUse: { toolUseId: "tooluse_1", name: "add" } },
      },
    },
    ...pieces.map((text) => ({
      contentBlockDelta: { contentBlockIndex: 1, delta: { toolUse: { input: text } } },
    })),
    { contentBlockStop: { contentBlockIndex: 1 } },
    { messageStop: { stopReason: "tool_use" } },
    { metadata: { usage: { inputTokens: 7, outputTokens: 9, totalTokens: 16 } } },
  ].map(data),
};

/** The event by which a dialect's provider says, in mid-stream, that it can't go on. */
export const failureEvents: Readonly<Record<Dialect, string>> = {
  completions: data({ error: { message: "overloaded", type: "server_error", code: "overloaded" } }),
  responses: named({
    type: "error",
    code: "overloaded",
    message: "overloaded",
    param: null,
    sequence_number: 3,
  }),
  messages: named({
    type: "error",
    error: { type: "overloaded_error", message: "overloaded" },
  }),
  gemini: data({ error: { code: 503, message: "overloaded", status: "UNAVAILABLE" } }),
  converse: data({ modelStreamErrorException: { message: "overloaded" } }),
};
