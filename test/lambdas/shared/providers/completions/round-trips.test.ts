import fc from "fast-check";
import type { AnswerContext } from "../../../../../core/chat/caller-dialect";
import { completionsDialect } from "../../../../../core/chat/completions/dialect";
import type { NeutralAnswer } from "../../../../../core/chat/neutral/answer";
import { answerEvents } from "../../../../../core/chat/neutral/answer-events";
import { gatherAnswer } from "../../../../../core/chat/neutral/gather-answer";
import type { ProviderAdapter } from "../../../../../lambdas/shared/providers/adapter";
import { createAdapters } from "../../../../../lambdas/shared/providers/adapters";
import { neutralAnswer, neutralRequest } from "./arbitrary";
import { asWritten, fromAnother } from "./outgoing";

const adapters = createAdapters({ sandbox: "http://127.0.0.1:1/v1" });
const adapterOf = (provider: "openai" | "sandbox" | "openrouter"): ProviderAdapter => {
  const adapter = adapters.find(provider, "completions");
  if (!adapter) throw new Error(`no adapter for ${provider}`);
  return adapter;
};

const context = (choices: number): AnswerContext => ({
  request: asWritten({
    model: "asked",
    n: choices,
    stream: true,
    stream_options: { include_usage: true },
    messages: [{ role: "user", content: "x" }],
  }).request,
  id: "01abc",
  model: "m",
  createdAt: 1_700_000_000,
});

const written = { id: "chatcmpl-01abc", model: "m" };

/** Logprobs have all their fields where they were written. */
const payloads = (text: string): string[] =>
  text
    .split("\n\n")
    .filter((event) => event !== "")
    .map((event) => event.replace(/^data: /, ""));

const filled = (answer: NeutralAnswer): unknown => ({ ...written, ...answer });

describe("a request", () => {
  test("of another dialect is told whole: it reads back as it was", () => {
    fc.assert(
      fc.property(neutralRequest, (request) => {
        const { body = "" } = adapterOf("sandbox").toHttp(fromAnother(request, { reasons: true }));
        expect(completionsDialect.read(body).neutral()).toEqual(request);
      }),
    );
  });

  test("is told of marks for the cache where they are taken", () => {
    const cached = { kind: "text" as const, text: "long", cache: "1h" as const };
    const request = {
      messages: [{ role: "user" as const, parts: [cached] }],
      tools: [{ name: "f", cache: "5m" as const }],
      stop: [],
      choices: 1,
      stream: false,
      bound: [],
    };
    const { body = "" } = adapterOf("openrouter").toHttp(fromAnother(request));
    expect(completionsDialect.read(body).neutral()).toEqual(request);
    const { body: plain } = adapterOf("openai").toHttp(fromAnother(request));
    expect(plain).not.toContain("cache_control");
  });
});

describe("an answer", () => {
  test("that is written whole reads back as it was", () => {
    fc.assert(
      fc.property(neutralAnswer, (answer) => {
        const body = completionsDialect.writeAnswer(answer, context(answer.choices.length));
        expect(adapterOf("openai").readAnswer(body)).toEqual(filled(answer));
      }),
    );
  });

  test("with two calls of one id keeps both, each with its own arguments", () => {
    const call = (text: string) => ({ id: "same", function: { name: "f", arguments: text } });
    const message = { tool_calls: [call('{"a":1}'), call('{"a":2}')] };
    const body = JSON.stringify({ choices: [{ message, finish_reason: "tool_calls" }] });
    const parts = adapterOf("openai").readAnswer(body)?.choices[0]?.parts;
    expect(parts?.map((part) => part.kind === "tool-call" && part.arguments)).toEqual([
      '{"a":1}',
      '{"a":2}',
    ]);
  });

  test("that is streamed reads back as it was", () => {
    fc.assert(
      fc.property(neutralAnswer, (answer) => {
        const writer = completionsDialect.streamWriter(context(answer.choices.length));
        const text = answerEvents(answer)
          .map((event) => writer.write([event]))
          .join("");
        expect(text.endsWith(completionsDialect.endMark)).toBe(true);
        const read = adapterOf("openai").eventReader();
        expect(gatherAnswer(payloads(text).flatMap(read))).toEqual(filled(answer));
      }),
    );
  });
});
