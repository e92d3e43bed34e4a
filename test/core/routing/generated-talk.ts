import fc from "fast-check";
import type { Conversation, Role, Turn } from "../../../core/chat/conversation";
import { saying } from "./conversations";
import { ceilingArbitrary, needsArbitrary } from "./generated";
import { tokens } from "./generated-offers";
import { oddTexts } from "./odd-texts";
import { plainRequests } from "./plain-requests";

const plain = Object.values(plainRequests).flatMap((inLanguages) => Object.values(inLanguages));

/** Plain ones in eight languages, odd ones up to 10 MB, several in one, and any units at all. */
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...plain) },
  { weight: 3, arbitrary: fc.constantFrom(...Object.values(oddTexts)) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...plain, "🎉", "Proszę o pomoc.", "ما هي؟"), { maxLength: 4 })
      .map((texts) => texts.join("\n\n")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);

const turn = (roles: readonly [Role, ...Role[]]): fc.Arbitrary<Turn> =>
  fc.record({ role: fc.constantFrom<Role>(...roles), text });

/** What was said before: nothing mostly, else turns of any role in any order. */
const before = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Turn[]>([]) },
  {
    weight: 2,
    arbitrary: fc.array(turn(["system", "user", "assistant", "tool"]), { maxLength: 5 }),
  },
);

/** Conversations of every kind, to be read by the classifier; some have no turn at all. */
export const conversations: fc.Arbitrary<Conversation> = fc
  .record({
    before,
    last: fc.option(turn(["user", "user", "user", "tool", "assistant"]), { freq: 30 }),
    needs: needsArbitrary,
    toolText: text,
    estimate: fc.option(tokens(0, 10, 500, 7_000, 100_001, 400_000), { nil: undefined }),
    maxOutputTokens: ceilingArbitrary,
  })
  .map(({ before: earlier, last, needs, toolText, estimate, maxOutputTokens }) => {
    const turns = last === null ? earlier : [...earlier, last];
    const length = turns.reduce((sum, turn) => sum + turn.text.length, 0);
    return saying(" ".repeat(Math.min(length, 40)), {
      turns,
      needs,
      toolText: needs.tools ? toolText : "",
      hasToolHistory: turns.some(({ role }) => role === "tool"),
      ...(estimate !== undefined && { estimatedInputTokens: estimate }),
      ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    });
  });
