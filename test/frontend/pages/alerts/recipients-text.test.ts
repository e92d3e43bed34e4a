import { readRecipients } from "../../../../frontend/src/pages/alerts/recipients-text";

test.each([
  { name: "none is nobody in particular", typed: " \n", recipients: [] },
  { name: "one a line", typed: "a@b.co\nc@d.co", recipients: ["a@b.co", "c@d.co"] },
  {
    name: "a pasted list",
    typed: "a@b.co, c@d.co; e@f.co",
    recipients: ["a@b.co", "c@d.co", "e@f.co"],
  },
  { name: "each once, whatever the case", typed: "A@b.co a@B.co", recipients: ["a@b.co"] },
])("$name", ({ typed, recipients }) => {
  expect(readRecipients(typed)).toEqual({ recipients });
});

test("what is no address is named", () => {
  expect(readRecipients("a@b.co bob@")).toEqual({ problem: '"bob@" is no e-mail address.' });
});

test("21 are too many", () => {
  const typed = Array.from({ length: 21 }, (_, number) => `a${number}@b.co`).join(" ");
  expect(readRecipients(typed)).toEqual({ problem: "21 addresses are too many; give at most 20." });
});
