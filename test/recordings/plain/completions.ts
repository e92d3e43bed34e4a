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
  stop: "stop",
  length: "length",
  tool_calls: "tools",
  function_call: "tools",
  content_filter: "filter",
};

/** Mistral gives parts where others give a text. */
const contentOf = (content: unknown, kind: "text" | "thinking"): string => {
  if (!Array.isArray(content)) return kind === "text" ? text(content) : "";
  return list(content)
    .filter((part) => text(part.type) === kind)
    .map((part) =>
      kind === "text"
        ? text(part.text)
        : list(part.thinking)
            .map((one) => text(one.text))
            .join(""),
    )
    .join("");
};

const usageOf = (usage: Loose | undefined): Pick<PlainAnswer, "usage"> => {
  if (usage?.prompt_tokens === undefined) return {};
  const input = count(usage.prompt_tokens);
  const output = count(usage.completion_tokens);
  const reasoning = count(usage.completion_tokens_details?.reasoning_tokens);
  // xAI counts reasoning beside the completion; its total tells.
  const beside = reasoning > 0 && count(usage.total_tokens) === input + output + reasoning;
  // Mistral and Moonshot have places of their own for what was cached.
  const cached =
    count(usage.prompt_tokens_details?.cached_tokens) ||
    count(usage.prompt_token_details?.cached_tokens) ||
    count(usage.num_cached_tokens) ||
    count(usage.cached_tokens);
  return { usage: { input, cached, output: beside ? output + reasoning : output } };
};

export const plainCompletion = (body: unknown): PlainAnswer => {
  const answer = loose(body);
  const choice = list(answer.choices)[0];
  const message = choice?.message;
  return {
    text: contentOf(message?.content, "text") + text(message?.refusal),
    reasoning:
      contentOf(message?.content, "thinking") ||
      text(message?.reasoning_content) ||
      text(message?.reasoning),
    calls: list(message?.tool_calls).map((call) => ({
      name: text(call.function?.name),
      arguments: argumentsOf(text(call.function?.arguments)),
    })),
    finish: finishes[text(choice?.finish_reason)] ?? "none",
    ...usageOf(answer.usage),
  };
};

export const plainCompletionStream = (payloads: readonly string[]): PlainAnswer => {
  let said = "";
  let reasoning = "";
  let finish: PlainFinish = "none";
  let usage: Loose | undefined;
  const calls = new Map<number, { name: string; arguments: string }>();
  let last = -1;
  for (const payload of payloads.filter((one) => one !== "[DONE]")) {
    const chunk = loose(JSON.parse(payload));
    usage = chunk.usage ?? chunk.x_groq?.usage ?? usage;
    const choice = list(chunk.choices).find(({ index }) => count(index) === 0);
    const delta = choice?.delta;
    said += contentOf(delta?.content, "text") + text(delta?.refusal);
    reasoning +=
      contentOf(delta?.content, "thinking") ||
      text(delta?.reasoning_content) ||
      text(delta?.reasoning);
    for (const piece of list(delta?.tool_calls)) {
      const fresh = text(piece.id) !== "" && text(piece.function?.name) !== "";
      const at =
        typeof piece.index === "number"
          ? count(piece.index)
          : fresh
            ? calls.size
            : Math.max(last, 0);
      const call = calls.get(at) ?? { name: "", arguments: "" };
      calls.set(at, {
        name: call.name || text(piece.function?.name),
        arguments: call.arguments + text(piece.function?.arguments),
      });
      last = at;
    }
    finish = finishes[text(choice?.finish_reason)] ?? finish;
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
