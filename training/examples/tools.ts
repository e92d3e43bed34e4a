import type { Message } from "../../core/chat/completions/message-schema";
import type { ExampleRequest } from "./example";
import type { SharedFile, Tool } from "./phrase-schema";
import type { Random } from "./random";

const mostTools = 12;

/** Latin words stand at the start of a word ("light" is not in "flight"); other scripts join them. */
const has = (text: string, word: string): boolean =>
  /^\p{Script=Latin}/u.test(word)
    ? new RegExp(`(?<!\\p{L})${word}`, "u").test(text)
    : text.includes(word);

/** The domain that an ask is of by its words; any, if by none. */
const domainOf = (ask: string, { domains }: SharedFile, random: Random): string => {
  const text = ask.toLowerCase();
  const fitting = Object.keys(domains).filter((name) =>
    domains[name]?.words.some((word) => has(text, word)),
  );
  return random.pick(fitting.length > 0 ? fitting : Object.keys(domains));
};

/** 1 to 12 tools, those of the ask's domain among them; the fitting ones stand first in `own`. */
export const drawTools = (
  ask: string,
  shared: SharedFile,
  random: Random,
): { readonly all: readonly Tool[]; readonly own: readonly Tool[] } => {
  const domain = domainOf(ask, shared, random);
  const own = random.shuffle(shared.domains[domain]?.tools ?? []);
  const others = Object.keys(shared.domains)
    .filter((name) => name !== domain)
    .flatMap((name) => shared.domains[name]?.tools ?? []);
  // Most apps have few tools; some have all that their company has.
  const count = random.chance(0.7) ? random.whole(1, 5) : random.whole(6, mostTools);
  const kept = own.slice(0, count);
  const added = random.shuffle(others).slice(0, count - kept.length);
  return { all: random.shuffle([...kept, ...added]), own: kept };
};

export const offered = (tools: readonly Tool[]): NonNullable<ExampleRequest["tools"]> =>
  tools.map(({ name, description, parameters }) => ({
    type: "function",
    function: { name, description, parameters },
  }));

/** The model called tools, and each gave its result: one or two rounds. */
export const drawCalls = (tools: readonly Tool[], random: Random): Message[] => {
  const callable = random.shuffle(tools.filter(({ calls }) => calls.length > 0)).slice(0, 2);
  return callable.slice(0, random.whole(1, 2)).flatMap((tool): Message[] => {
    const call = random.pick(tool.calls);
    const id = `call_${random.whole(0x10_00_00_00, 0x7f_ff_ff_ff).toString(36)}`;
    const made = { name: tool.name, arguments: JSON.stringify(call.arguments) };
    return [
      {
        role: "assistant",
        content: null,
        tool_calls: [{ id, type: "function", function: made }],
      },
      { role: "tool", tool_call_id: id, content: call.result },
    ];
  });
};
