import fc from "fast-check";
import { ownPath } from "../../../../frontend/src/pages/account/own-path";

const origin = "https://dashboard.example.com";

test.each([
  ["/keys", "/keys"],
  ["/requests?model=gpt-4o&period=7d#top", "/requests?model=gpt-4o&period=7d#top"],
  ["/invite?token=abc", "/invite?token=abc"],
  ["/a/../keys", "/keys"],
])("%s is a page of the dashboard", (next, path) => {
  expect(ownPath(next, origin)).toBe(path);
});

test.each([
  undefined,
  "",
  "keys",
  ["/keys", "/team"],
  "https://evil.example.com/",
  "//evil.example.com",
  "/\\evil.example.com",
  "\\\\evil.example.com",
  "/\t/evil.example.com",
  "/\n/evil.example.com",
  "/..//evil.example.com",
  "/.//evil.example.com",
  "javascript:alert(1)",
  " //evil.example.com",
])("%j leads to the first page", (next) => {
  expect(ownPath(next, origin)).toBe("/");
});

test("whatever is named, a browser that goes there stays at the dashboard", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "@",
    ":",
    "\t",
    "evil.example",
    "%2f",
    "?",
    "#",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = ownPath(`/${pieces.join("")}`, origin);
      expect(path.startsWith("//")).toBe(false);
      expect(new URL(path, origin).origin).toBe(origin);
    }),
  );
});
