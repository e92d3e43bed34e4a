import fc from "fast-check";
import { base64OfText } from "../../../core/chat/base64-text";

test("a text is encoded as the runtime encodes it, halves of characters included", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(base64OfText(text)).toBe(Buffer.from(text, "utf8").toString("base64"));
    }),
  );
  expect(base64OfText("a\ud800b")).toBe(Buffer.from("a\ud800b", "utf8").toString("base64"));
});
