import type { Conversation, Turn } from "../../../core/chat/conversation";
import type { OrganizationId } from "../../../core/ids";
import type { Tokens } from "../../../core/money/amounts";
import {
  continues,
  isNext,
  markOf,
  sessionOf,
  toolLoopOpen,
  worthRecalling,
} from "../../../core/routing/session";
import { noNeeds } from "./conversations";

const organization = "Acme00000000" as OrganizationId;

const talk = (turns: readonly Turn[], rest: Partial<Conversation> = {}): Conversation => ({
  turns,
  needs: noNeeds,
  toolText: "",
  hasToolHistory: turns.some(({ role }) => role === "tool"),
  estimatedInputTokens: 3_000 as Tokens,
  ...rest,
});
const says = (text: string): Turn => ({ role: "user", text });
const answers = (text: string): Turn => ({ role: "assistant", text });
const tool = (text: string): Turn => ({ role: "tool", text });
const system: Turn = { role: "system", text: "You help Acme's customers." };

const first = talk([system, says("My order is late.")]);
const later = talk([...first.turns, answers("Which one?"), says("Number 7.")]);
const other = talk([system, says("I want my money back.")]);

describe("which conversation a request belongs to", () => {
  const idOf = (conversation: Conversation, clues = {}, whose = organization) =>
    sessionOf(whose, conversation, clues);

  test.each([
    { name: "nothing", clues: {} },
    { name: "a prompt_cache_key", clues: { cacheKey: "support-v3" } },
    { name: "a user", clues: { user: "u-17" } },
    { name: "a name", clues: { name: "ticket-99" } },
  ])("with $name beside its messages, all its requests belong together", ({ clues }) => {
    expect(idOf(later, clues)).toBe(idOf(first, clues));
  });

  test.each([
    { name: "nothing", clues: {} },
    { name: "a prompt_cache_key, which many conversations share,", clues: { cacheKey: "v3" } },
    { name: "a user, who may have several conversations,", clues: { user: "u-17" } },
  ])("with $name beside its messages, another beginning is another one", ({ clues }) => {
    expect(idOf(other, clues)).not.toBe(idOf(first, clues));
  });

  test("a name is enough, whatever was said", () => {
    expect(idOf(other, { name: "ticket-99" })).toBe(idOf(first, { name: "ticket-99" }));
    expect(idOf(first, { name: "ticket-98" })).not.toBe(idOf(first, { name: "ticket-99" }));
  });

  test("a name goes before the key, the key before the user", () => {
    const all = { name: "n", cacheKey: "k", user: "u" };
    expect(idOf(first, all)).toBe(idOf(first, { name: "n" }));
    expect(idOf(first, { cacheKey: "k", user: "u" })).toBe(idOf(first, { cacheKey: "k" }));
    expect(idOf(first, { user: "k" })).not.toBe(idOf(first, { cacheKey: "k" }));
  });

  test("other tools make another one, as they stand first in what is cached", () => {
    expect(idOf({ ...first, toolText: "search finds orders" })).not.toBe(idOf(first));
  });

  test("another organization's is another one, also under the same name", () => {
    const others = "Umbrella0000" as OrganizationId;
    for (const clues of [{}, { name: "ticket-99" }]) {
      expect(idOf(first, clues, others)).not.toBe(idOf(first, clues));
    }
  });

  test("neither names nor words are kept", () => {
    expect(sessionOf(organization, first, { name: "ticket-99" })).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe("whether a cache of a conversation still serves", () => {
  test("it does as long as nothing of it was changed", () => {
    expect(continues(later, markOf(first))).toBe(true);
    expect(continues(first, markOf(first))).toBe(true);
  });

  test.each([
    {
      name: "its instructions",
      turns: [{ ...system, text: "It is 12:01." }, ...later.turns.slice(1)],
    },
    { name: "a turn", turns: [system, says("My order is LATE."), ...later.turns.slice(2)] },
    { name: "its length", turns: [system] },
  ])("it does not once $name changed", ({ turns }) => {
    expect(continues(talk(turns), markOf(first))).toBe(false);
  });

  test("the next request is told from one after further answers", () => {
    const muchLater = talk([...later.turns, answers("Found it."), says("Thanks.")]);
    expect(isNext(later, markOf(first))).toBe(true);
    expect(isNext(muchLater, markOf(first))).toBe(false);
    expect(isNext(muchLater, markOf(later))).toBe(true);
  });
});

describe("a tool loop is open", () => {
  test.each([
    { name: "after a tool's answer", turns: [says("?"), answers("call"), tool("7")], open: true },
    { name: "after several", turns: [says("?"), answers("c"), tool("7"), tool("8")], open: true },
    { name: "not once the user spoke", turns: [answers("c"), tool("7"), says("ok")], open: false },
    { name: "not without tools", turns: [says("?"), answers("!"), says("ok")], open: false },
    { name: "also where no user ever spoke", turns: [answers("c"), tool("7")], open: true },
    { name: "not in a conversation without turns", turns: [], open: false },
  ])("$name", ({ turns, open }) => {
    expect(toolLoopOpen(talk(turns))).toBe(open);
  });
});

describe("nothing is looked up", () => {
  test.each([
    { name: "for a first turn", conversation: first, named: false, worth: false },
    { name: "but for a first turn with a name", conversation: first, named: true, worth: true },
    { name: "but for a later turn", conversation: later, named: false, worth: true },
    {
      name: "for what is too short to be cached, even with a name",
      conversation: { ...later, estimatedInputTokens: 1_023 as Tokens },
      named: true,
      worth: false,
    },
    {
      name: "but for a tool loop, however short",
      conversation: talk([says("?"), answers("call"), tool("7")], {
        estimatedInputTokens: 30 as Tokens,
      }),
      named: false,
      worth: true,
    },
  ])("$name", ({ conversation, named, worth }) => {
    expect(worthRecalling(conversation, named)).toBe(worth);
  });
});
