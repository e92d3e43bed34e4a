import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { crc32 } from "../../../core/keys/crc32";
import {
  createApiKey,
  drawKeyId,
  drawOrganizationId,
  parseApiKey,
} from "../../../core/keys/key-format";
import { crc32 as zlibCrc32 } from "./zlib-crc32";

const ids = { organization: drawOrganizationId(randomBytes), key: drawKeyId(randomBytes) };
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

describe("a SmashCost key", () => {
  test("says whose it is, and nothing else can be read from it", () => {
    const key = createApiKey(ids, randomBytes);
    expect(key).toMatch(/^sk-sc-[0-9A-Za-z]{12}-[0-9A-Za-z]{10}-[0-9A-Za-z]{32}-[0-9A-Za-z]{6}$/);
    expect(parseApiKey(key)).toEqual(ids);
  });

  test("is another one each time", () => {
    const keys = Array.from({ length: 200 }, () => createApiKey(ids, randomBytes));
    expect(new Set(keys).size).toBe(200);
  });

  test("with any one character changed is no key", () => {
    const key = createApiKey(ids, randomBytes);
    for (let at = 0; at < key.length; at += 1) {
      for (const character of ["0", "Z", "a", "-", " "]) {
        if (key[at] === character) continue;
        expect(parseApiKey(key.slice(0, at) + character + key.slice(at + 1))).toBeUndefined();
      }
    }
  });

  test("with two neighbours swapped is no key", () => {
    const key = createApiKey(ids, randomBytes);
    for (let at = 0; at + 1 < key.length; at += 1) {
      const [a, b] = [key.charAt(at), key.charAt(at + 1)];
      if (a !== b)
        expect(parseApiKey(key.slice(0, at) + b + a + key.slice(at + 2))).toBeUndefined();
    }
  });

  test.each([
    { name: "an empty text", text: "" },
    { name: "a key of OpenAI's", text: "sk-proj-abcdefghijklmnopqrstuvwxyz" },
    { name: "a key cut short", text: createApiKey(ids, randomBytes).slice(0, -1) },
    { name: "a key with more behind it", text: `${createApiKey(ids, randomBytes)}0` },
    { name: "a key and a line feed", text: `${createApiKey(ids, randomBytes)}\n` },
  ])("is not $name", ({ text }) => {
    expect(parseApiKey(text)).toBeUndefined();
  });

  test("is drawn evenly from 62 characters", () => {
    const text = Array.from({ length: 3_000 }, () => drawOrganizationId(randomBytes)).join("");
    const expected = text.length / alphabet.length;
    for (const character of alphabet) {
      const count = text.split(character).length - 1;
      expect(Math.abs(count - expected)).toBeLessThan(expected / 3);
    }
  });

  test("does not depend on how many random bytes come out of range", () => {
    let call = 0;
    const mostlyOut = (count: number) => {
      call += 1;
      return Uint8Array.from({ length: count }, (_, n) => (call < 5 ? 63 : n));
    };
    expect(drawKeyId(mostlyOut)).toBe("0123456789");
  });
});

test("the checksum is zlib's CRC-32", () => {
  expect(crc32("123456789")).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), (text) => crc32(text) === zlibCrc32(text)),
  );
});
