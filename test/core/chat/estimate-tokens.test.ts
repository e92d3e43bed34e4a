import fc from "fast-check";
import { estimateTokens } from "../../../core/chat/estimate-tokens";

describe("the estimate of a text's tokens", () => {
  test.each([
    { name: "nothing is nothing", text: "", tokens: 0 },
    { name: "four Latin letters are one", text: "abcd", tokens: 1 },
    { name: "a part of one counts whole", text: "a", tokens: 1 },
    { name: "two Greek letters are one", text: "αβγδ", tokens: 2 },
    { name: "a Chinese character is one", text: "漢字", tokens: 2 },
    { name: "a long text is its length by four", text: "a".repeat(1_000_000), tokens: 250_000 },
  ])("$name", ({ text, tokens }) => {
    expect(estimateTokens(text)).toBe(tokens);
  });

  test("of a long text is that of the whole where it is even", () => {
    const text = "word 漢字 ".repeat(20_000);
    const byHand = (5 + 1) / 4 + 2;
    expect(Math.abs(estimateTokens(text) / (byHand * 20_000) - 1)).toBeLessThan(0.01);
  });

  test("is whole and between a quarter of the length and the length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const tokens = estimateTokens(text);
        expect(Number.isInteger(tokens)).toBe(true);
        expect(tokens).toBeGreaterThanOrEqual(text.length / 4);
        expect(tokens).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
