import { confirmSignUpLetter } from "../../../core/mail/confirm-sign-up";
import { coded, letters } from "./letters";

const unescaped = (html: string): string =>
  html
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");

/** What a reader reads, word by word, each once. */
const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\s+/)
      .map((word) => word.replace(/:$/, ""))
      .filter((word) => word !== "" && word !== "--"),
  ),
];

const readable = (html: string): string =>
  unescaped(html.slice(html.indexOf("<body")).replace(/<[^>]*>/g, " "));

describe.each(letters)("the letter %s", (_, letter) => {
  test("reads like this", () => {
    expect(letter).toMatchSnapshot();
  });

  test("says the same in HTML and in plain text", () => {
    const sorted = (text: string) => [...wordsOf(text)].sort();
    expect(sorted(readable(letter.html))).toEqual(sorted(letter.text));
  });

  test("loads nothing and runs nothing", () => {
    expect(letter.html).not.toMatch(/<(img|script|link|iframe|object|video|style)|url\(|@import/i);
    expect(letter.html).not.toMatch(/\ssrc=|\son\w+=/i);
  });

  test("has a subject that every mail service takes", () => {
    expect(letter.subject.length).toBeLessThanOrEqual(140);
    expect(letter.subject).not.toBe("");
  });
});

describe("letters that carry a code of the sign-in service", () => {
  test.each(Object.entries(coded))("%s leaves the placeholder as it is", (_, { html }) => {
    expect(html).toContain("{####}");
    expect(html).not.toMatch(/%7B|%23/i);
    expect(html.length).toBeLessThan(20_000);
  });

  test("an address with signs of its own stays within its parameter of the link", () => {
    const { text } = confirmSignUpLetter({
      dashboardUrl: "https://dashboard.example.com/",
      email: "a+b&code={####}#@example.com",
      code: "123456",
    });
    const link = new URL(/https:\S+/.exec(text)?.[0] ?? "");
    expect(link.pathname).toBe("/confirm");
    expect(link.searchParams.get("email")).toBe("a+b&code={####}#@example.com");
    expect(link.searchParams.getAll("code")).toEqual(["123456"]);
  });
});
