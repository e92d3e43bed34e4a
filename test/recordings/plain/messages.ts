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
  refusal: "filter",
  pause_turn: "pause",
};

const usageOf = (usage: Loose | undefined): Pick<PlainAnswer, "usage"> => {
  if (usage?.output_tokens === undefined) return {};
  const cached = count(usage.cache_read_input_tokens);
  const written = count(usage.cache_creation_input_tokens);
  return {
    usage: {
      input: count(usage.input_tokens) + cached + written,
      cached,
      output: count(usage.output_tokens),
    },
  };
};

export const plainMessage = (body: unknown): PlainAnswer => {
  const answer = loose(body);
  const blocks = list(answer.content);
  const of = (type: string) => blocks.filter((block) => text(block.type) === type);
  return {
    text: of("text")
      .map((block) => text(block.text))
      .join(""),
    reasoning: of("thinking")
      .map((block) => text(block.thinking))
      .join(""),
    calls: of("tool_use").map((block) => ({ name: text(block.name), arguments: block.input })),
    finish: finishes[text(answer.stop_reason)] ?? "none",
    ...usageOf(answer.usage),
  };
};

export const plainMessageStream = (payloads: readonly string[]): PlainAnswer => {
  const blocks: { type: string; name: string; text: string; input: unknown }[] = [];
  let finish: PlainFinish = "none";
  let usage: Record<string, unknown> = {};
  for (const payload of payloads) {
    const event = loose(JSON.parse(payload));
    const type = text(event.type);
    if (type === "message_start")
      usage = Object.fromEntries(Object.entries(event.message?.usage ?? {}));
    if (type === "content_block_start") {
      const block = event.content_block;
      blocks[count(event.index)] = {
        type: text(block?.type),
        name: text(block?.name),
        text: text(block?.text) + text(block?.thinking),
        input: block?.input,
      };
    }
    const block = blocks[count(event.index)];
    if (type === "content_block_delta" && block) {
      const { delta } = event;
      block.text += text(delta?.text) + text(delta?.thinking) + text(delta?.partial_json);
    }
    if (type === "message_delta") {
      finish = finishes[text(event.delta?.stop_reason)] ?? finish;
      const given: [string, unknown][] = Object.entries(event.usage ?? {});
      const counted = given.filter(([, value]) => value !== null);
      usage = { ...usage, ...Object.fromEntries(counted) };
    }
  }
  const of = (type: string) => blocks.filter((block) => block.type === type);
  return {
    text: of("text")
      .map((block) => block.text)
      .join(""),
    reasoning: of("thinking")
      .map((block) => block.text)
      .join(""),
    calls: of("tool_use").map((block) => ({
      name: block.name,
      arguments: block.text === "" ? block.input : argumentsOf(block.text),
    })),
    finish,
    ...usageOf(loose(usage)),
  };
};
