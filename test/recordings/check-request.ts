import { isDeepStrictEqual } from "node:util";
import { type CallerDialectId, callerDialects, type Dialect } from "../../core/chat/dialect";
import type { Outcome } from "./check-answer";
import type { RecordedCase } from "./recorded-case";
import type { World } from "./world";

type Body = Readonly<Record<string, unknown>>;

/** The least that is an answer in a dialect. */
const shortAnswers: Readonly<Record<Dialect, unknown>> = {
  completions: {
    choices: [{ index: 0, message: { role: "assistant", content: "ok" }, finish_reason: "stop" }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  },
  responses: {
    id: "resp_1",
    object: "response",
    status: "completed",
    output: [
      {
        type: "message",
        id: "msg_1",
        role: "assistant",
        status: "completed",
        content: [{ type: "output_text", text: "ok", annotations: [] }],
      },
    ],
    usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
  },
  messages: {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: "m",
    content: [{ type: "text", text: "ok" }],
    stop_reason: "end_turn",
    usage: { input_tokens: 1, output_tokens: 1 },
  },
  gemini: {
    candidates: [{ content: { role: "model", parts: [{ text: "ok" }] }, finishReason: "STOP" }],
    usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 },
  },
  converse: {
    output: { message: { role: "assistant", content: [{ text: "ok" }] } },
    stopReason: "end_turn",
    usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
  },
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Every text in a value, however deep; a text that is JSON itself is looked into as well. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") {
    const inner = /^\s*[{[]/.test(value) ? parsed(value) : value;
    return typeof inner === "string" ? [value] : [value, ...textsIn(inner)];
  }
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
};

/** Fields whose texts are the conversation's own, in any dialect. */
const spoken = new Set([
  "content",
  "text",
  "input",
  "instructions",
  "system",
  "output",
  "arguments",
  "name",
  "description",
]);

/** Parts of earlier turns that belong to the provider that wrote them. */
const ownParts = new Set(["thinking", "redacted_thinking", "reasoning"]);

/** What is said in a request: texts of turns, tools and their arguments. */
const saidIn = (value: unknown, heard = false): string[] => {
  if (typeof value === "string") return heard ? textsIn(value).slice(-1) : [];
  if (Array.isArray(value)) return value.flatMap((one) => saidIn(one, heard));
  if (typeof value !== "object" || value === null) return [];
  if (ownParts.has(String((value as Body).type))) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    typeof inner === "string" ? saidIn(inner, spoken.has(field)) : saidIn(inner, false),
  );
};

/** Where no tool may be called, Bedrock is told of none. */
const conversationOf = ({
  messages,
  input,
  system,
  instructions,
  tools,
  tool_choice: choice,
}: Body): unknown => [
  { content: system, instructions },
  messages,
  typeof input === "string" ? { input } : input,
  choice === "none" ? [] : tools,
];

/** Texts that were said and did not go out. */
const missing = (request: Body, sent: string): string[] => {
  const went = new Set(textsIn(JSON.parse(sent)));
  const all = [...went].join("\n");
  const arrived = (text: string): boolean => {
    if (text.trim() === "" || went.has(text) || all.includes(text.trim())) return true;
    // A result that is JSON may go out as the object that it is.
    const inner = parsed(text);
    return typeof inner === "object" && textsIn(inner).every(arrived);
  };
  return saidIn(conversationOf(request)).filter((text) => !arrived(text));
};

/** An empty list of calls says nothing, and some providers refuse it. */
const withoutEmptyCalls = (request: Body): Body =>
  Array.isArray(request.messages)
    ? {
        ...request,
        messages: (request.messages as Body[]).map(({ tool_calls: calls, ...message }) =>
          calls === undefined || (Array.isArray(calls) && calls.length === 0)
            ? message
            : { ...message, tool_calls: calls },
        ),
      }
    : request;

/** A request of a caller's dialect, in its own and passed on: nothing but its model may change. */
const passedOn = (request: Body, model: string, sent: string): Outcome => {
  const { stream_options: _, ...went } = JSON.parse(sent) as Record<string, unknown>;
  const { stream_options: __, ...came } = withoutEmptyCalls(request);
  if (isDeepStrictEqual(went, { ...came, model })) return { kind: "whole" };
  const fields = Object.keys({ ...went, ...came }).filter(
    (field) => field !== "model" && !isDeepStrictEqual(went[field], came[field]),
  );
  return { kind: "failed", why: `changed on the way: ${fields.join(", ")}` };
};

export const isCallers = (dialect: Dialect): dialect is CallerDialectId =>
  (callerDialects as readonly Dialect[]).includes(dialect);

/**
 * Sends a recorded request to a model that is spoken to in some dialect, and looks whether all that
 * it says goes out.
 */
export const checkRequest = async (
  { dialect, request = {}, provider }: RecordedCase & { readonly dialect: CallerDialectId },
  spokenTo: Dialect,
  world: World,
): Promise<Outcome> => {
  const at = spokenTo === dialect ? provider : "sandbox";
  const model = `recorded-${spokenTo}`;
  const body = { ...request, model: `${at}/${model}`, stream: false };
  const answer = JSON.stringify(shortAnswers[spokenTo]);
  const { status, text, call } = await world.pass(dialect, body, {
    status: 200,
    contentType: "application/json",
    body: answer,
  });
  if (status === 400 && !call) {
    const { message = "" } = (JSON.parse(text) as { error?: { message?: string } }).error ?? {};
    return { kind: "refused", why: /no word for ([^;]+);/.exec(message)?.[1] ?? message };
  }
  if (status !== 200 || !call) return { kind: "failed", why: `${status}: ${text.slice(0, 200)}` };
  if (spokenTo === dialect)
    return passedOn({ ...request, stream: false }, model, call.body ?? "{}");
  const lost = missing(request, call.body ?? "{}");
  return lost.length === 0
    ? { kind: "whole" }
    : { kind: "failed", why: `not sent: ${lost.map((one) => one.slice(0, 60)).join(" | ")}` };
};
