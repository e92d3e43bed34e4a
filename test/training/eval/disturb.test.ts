import { disturb, disturbances } from "../../../training/eval/disturb";

const long =
  "Please tell me which of these harbours is the oldest, and why it was built there. ".repeat(20);
const request = {
  tools: [],
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: "Earlier." },
    { role: "user", content: [{ type: "text", text: long }] },
    { role: "assistant", content: "Which?" },
  ],
};

describe("disturbing a request", () => {
  test.each(Object.entries(disturbances))("by %s changes the last user turn alone", (_, change) => {
    const disturbed = disturb(request, change, 1) as typeof request;
    const others = (of: typeof request) => [...of.messages.slice(0, 2), of.messages[3]];
    expect(others(disturbed)).toEqual(others(request));
    expect(disturbed.messages[2]).not.toEqual(request.messages[2]);
    expect(disturb(request, change, 1)).toEqual(disturbed);
  });

  test("puts a typo into about one letter in twenty", () => {
    const change = disturbances["typos, 1 in 20 letters"];
    const plain = { messages: [{ role: "user", content: "a".repeat(4_000) }] };
    const replaced = disturb(plain, (text, random) => change?.(text, random) ?? text, 3);
    const [{ content } = { content: "" }] = replaced.messages as { content: string }[];
    const strange = Array.from(content).filter((unit) => unit !== "a").length;
    // One slip in four replaces a letter: about 50 of 4,000.
    expect(strange).toBeGreaterThan(20);
    expect(strange).toBeLessThan(90);
  });

  test("is polite in two hundred words", () => {
    const text = disturbances["200 words of politeness"]?.("Go.", () => 0) ?? "";
    expect(text.split(/\s+/)).toHaveLength(201);
  });
});
