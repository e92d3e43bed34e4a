import type { Tokens } from "../../core/money/amounts";
import type { SessionStore } from "../../core/ports/session-store";
import { type SessionMemory, sessionLifeMs } from "../../core/routing/session-memory";
import { freshOrganization } from "./cloud";
import { noon } from "./limit-world";

/** Session stores of several processes over common memories, with one clock for all. */
export type SessionWorld = {
  /** A process of its own. */
  open(): SessionStore;
  setClock(at: number): void;
};

export const sessionMemory = (fields: Partial<SessionMemory> = {}): SessionMemory => ({
  offer: "openai/gpt-4o-mini",
  at: noon,
  promptTokens: 2_000 as Tokens,
  cachedTokens: 1_920 as Tokens,
  cachedUntil: noon + 300_000,
  toolLoop: false,
  turns: 2,
  prefix: "0123456789abcdef",
  earlier: [
    {
      offer: "groq/llama-3.3-70b-versatile",
      promptTokens: 1_500 as Tokens,
      cachedTokens: 1_408 as Tokens,
      cachedUntil: noon + 60_000,
      turns: 1,
      prefix: "aaaabbbbccccdddd",
    },
  ],
  ...fields,
});

/** What one process remembers of a conversation every other recalls, for an hour. */
export const sessionGuarantees = ({ open, setClock }: SessionWorld): void => {
  const key = (session = "fedcba9876543210") => ({ organization: freshOrganization(), session });
  beforeEach(() => setClock(noon));

  test("nothing is recalled of a conversation never heard of", async () => {
    expect(await open().recall(key())).toBeUndefined();
  });

  test("another process recalls it with every field", async () => {
    const where = key();
    const memory = sessionMemory({ toolLoop: true });
    await open().remember(where, memory);
    expect(await open().recall(where)).toEqual(memory);
  });

  test("a later answer takes the place of an earlier one, whichever is written last", async () => {
    const where = key();
    const earlier = sessionMemory({ offer: "groq/openai/gpt-oss-20b" });
    const later = sessionMemory({ at: noon + 1 });
    await open().remember(where, earlier);
    await open().remember(where, later);
    await open().remember(where, earlier);
    expect(await open().recall(where)).toEqual(later);
  });

  test("conversations of other organizations and other names are others", async () => {
    const where = key();
    await open().remember(where, sessionMemory());
    expect(await open().recall(key())).toBeUndefined();
    expect(await open().recall({ ...where, session: "0000000000000000" })).toBeUndefined();
  });

  test("it is forgotten after an hour", async () => {
    const where = key();
    await open().remember(where, sessionMemory());
    setClock(noon + sessionLifeMs - 1);
    expect(await open().recall(where)).toBeDefined();
    setClock(noon + sessionLifeMs);
    expect(await open().recall(where)).toBeUndefined();
  });
};
