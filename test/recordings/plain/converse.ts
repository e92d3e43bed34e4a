import {
  argumentsOf,
  count,
  type Loose,
  list,
  loose,
  type PlainAnswer,
  type PlainFinish,
  text,
} from "./plain-answer";

const finishes: Readonly<Record<string, PlainFinish>> = {
  end_turn: "stop",
  stop_sequence: "stop",
  max_tokens: "length",
  model_context_window_exceeded: "length",
  tool_use: "tools",
  content_filtered: "filter",
  guardrail_intervened: "filter",
  malformed_model_output: "error",
  malformed_tool_use: "error",
};

const usageOf = (usage: Loose | undefined): Pick<PlainAnswer, "usage"> => {
  if (usage?.outputTokens === undefined) return {};
  const cached = count(usage.cacheReadInputTokens);
  const written = count(usage.cacheWriteInputTokens);
  return {
    usage: {
      input: count(usage.inputTokens) + cached + written,
      cached,
      output: count(usage.outputTokens),
    },
  };
};

export const plainConverse = (body: unknown): PlainAnswer => {
  const answer = loose(body);
  const blocks = list(answer.output?.message?.content);
  return {
    text: blocks.map((block) => text(block.text)).join(""),
    reasoning: blocks.map((block) => text(block.reasoningContent?.reasoningText?.text)).join(""),
    calls: blocks.flatMap(({ toolUse }) =>
      toolUse && text(toolUse.type) !== "server_tool_use"
        ? [{ name: text(toolUse.name), arguments: toolUse.input }]
        : [],
    ),
    finish: finishes[text(answer.stopReason)] ?? "none",
    ...usageOf(answer.usage),
  };
};

export const plainConverseStream = (payloads: readonly string[]): PlainAnswer => {
  let said = "";
  let reasoning = "";
  let finish: PlainFinish = "none";
  let usage: Loose | undefined;
  const calls = new Map<number, { name: string; arguments: string }>();
  for (const payload of payloads) {
    const event = loose(JSON.parse(payload));
    const started = event.contentBlockStart;
    if (started?.start?.toolUse && text(started.start.toolUse.type) !== "server_tool_use") {
      const name = text(started.start.toolUse.name);
      calls.set(count(started.contentBlockIndex), { name, arguments: "" });
    }
    const delta = event.contentBlockDelta?.delta;
    said += text(delta?.text);
    reasoning += text(delta?.reasoningContent?.text);
    const call = calls.get(count(event.contentBlockDelta?.contentBlockIndex));
    if (call) call.arguments += text(delta?.toolUse?.input);
    finish = finishes[text(event.messageStop?.stopReason)] ?? finish;
    usage = event.metadata?.usage ?? usage;
  }
  return {
    text: said,
    reasoning,
    calls: [...calls.values()].map((call) => ({
      name: call.name,
      arguments: argumentsOf(call.arguments),
    })),
    finish,
    ...usageOf(usage),
  };
};
