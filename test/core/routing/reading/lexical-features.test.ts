import type { Conversation } from "../../../../core/chat/conversation";
import type { Tokens } from "../../../../core/money/amounts";
import { lexicalCount } from "../../../../core/routing/reading/lexical-features";
import { ConversationReader } from "../../../../core/routing/reading/read-conversation";
import { saying } from "../conversations";
import { oddTexts } from "../odd-texts";

const reader = new ConversationReader(12, { has: (hash) => hash % 3 === 0 });
const featuresOf = (conversation: Conversation): readonly number[] => {
  reader.read(conversation);
  return [...reader.lexical];
};
const plain = saying("Which of these is it?");

describe("lexical features", () => {
  test("are as many as they are said to be, and each is a number for any text", () => {
    for (const text of Object.values(oddTexts)) {
      const features = featuresOf(saying(text, { estimatedInputTokens: 1e12 as Tokens }));
      expect(features).toHaveLength(lexicalCount);
      expect(features.every(Number.isFinite)).toBe(true);
    }
  });

  test.each([
    { name: "tools", more: { needs: { tools: true } } },
    { name: "a history of tools", more: { hasToolHistory: true } },
    { name: "a JSON schema", more: { needs: { jsonSchema: true } } },
    { name: "an image", more: { needs: { image: true } } },
    { name: "reasoning", more: { needs: { reasoning: true } } },
    { name: "several answers", more: { needs: { choices: 3 } } },
    { name: "a ceiling", more: { maxOutputTokens: 100 as Tokens } },
    { name: "a long input", more: { estimatedInputTokens: 90_000 as Tokens } },
    { name: "words of tools", more: { toolText: "search the web" } },
  ])("tell $name by one feature, and the rest stay as they are", ({ more }) => {
    const before = featuresOf(plain);
    const after = featuresOf(saying("Which of these is it?", more));
    expect(after.filter((value, at) => value !== before[at])).toHaveLength(1);
  });

  test("are of the last user turn, whatever came before it", () => {
    const turns = [
      { role: "user" as const, text: "Here is {some} (code); 123 $$$" },
      { role: "assistant" as const, text: "A. one\nB. two" },
      ...plain.turns,
    ];
    const before = featuresOf(plain);
    const after = featuresOf({ ...plain, turns });
    // The number of turns alone.
    expect(after.filter((value, at) => value !== before[at])).toHaveLength(1);
  });

  test("know the whole length of a text of which only head and tail are read", () => {
    featuresOf(saying("words".repeat(100_000)));
    expect(reader.counts.length).toBe(500_000);
    expect(reader.counts.letters).toBeLessThanOrEqual(4_000);
  });
});
