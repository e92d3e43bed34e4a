import fc from "fast-check";
import { quoting } from "./letters";

const tagsOf = (html: string) => html.match(/<[^>]*>/g);
const linesOf = (text: string) => text.split("\n").length;

/** Words that try to be more than words. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 100 }),
  fc
    .array(
      fc.constantFrom(
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</title>",
        "\r\nBcc: all@example.com",
        "\n\nYour password has expired",
        "\u2028",
        "\u202egnp.exe",
        "&lt;",
        "'",
        "acme",
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((pieces) => pieces.join("")),
);

describe.each(Object.entries(quoting))("the letter %s", (_, write) => {
  const harmless = write("acme");

  test("shows an organization called <script> by its name", () => {
    expect(write("<script>").html).toContain("&lt;script&gt;");
    expect(write("<script>").text).toContain("<script>");
  });

  test("has the same tags, lines and one-line subject, whatever is quoted in it", () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const { html, text, subject } = write(words);
        expect(tagsOf(html)).toEqual(tagsOf(harmless.html));
        expect(linesOf(text)).toBe(linesOf(harmless.text));
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(Array.from(subject).length).toBeLessThanOrEqual(140);
      }),
      { numRuns: 40 },
    );
  });
});
