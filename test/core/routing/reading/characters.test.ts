import {
  devanagari,
  digit,
  foldOf,
  foreign,
  han,
  kana,
  kindOf,
  latin,
  letter,
  mark,
  scriptOf,
  sign,
  space,
} from "../../../../core/routing/reading/characters";

const kindNames = new Map([
  [space, "space"],
  [letter, "letter"],
  [digit, "digit"],
  [mark, "mark"],
  [sign, "sign"],
]);
const kindsIn = (text: string): readonly (string | undefined)[] =>
  [...new Set(Array.from({ length: text.length }, (_, at) => kindOf(text.charCodeAt(at))))].map(
    (kind) => kindNames.get(kind),
  );
const folded = (text: string): string =>
  String.fromCharCode(...Array.from(text, (one) => foldOf(one.charCodeAt(0))));

describe("kinds of characters", () => {
  test.each([
    ["letter", "azAZäßéñÇøŁžƀɏ"],
    ["letter", "ЖяΩλאبกहि안녕"],
    ["letter", "ｂＢ"],
    ["digit", "0123456789０９"],
    ["mark", "!?.,:;\"'`$%\\_=+-*/^<>()[]{}|#@&~§°×÷«»"],
    ["mark", "“”„…—€™→∑"],
    ["mark", "،؛؟।॥、。「」！？"],
    ["mark", "🎉🚀\ud800\udfff"],
    ["sign", "你好漢字㐀"],
    ["sign", "ひらがなカタカナｶﾅ"],
    ["space", " \t\n\r\0\u00a0\u200b\u2028\u3000\ufeff"],
  ])("%s: %s", (kind, text) => {
    expect(kindsIn(text)).toEqual([kind]);
  });

  test("every unit has one", () => {
    for (let unit = 0; unit < 65_536; unit++) expect(kindNames.has(kindOf(unit))).toBe(true);
  });
});

describe("folding", () => {
  test.each([
    ["ABCxyz", "abcxyz"],
    ["ÄÖÜäöü", "aouaou"],
    ["ÉèêñÇãÕŽ", "eeencaoz"],
    ["ＡＢＣｘｙｚ０９", "abcxyz09"],
    ["ПРИВЕТ", "привет"],
    ["ΑΒΓ", "αβγ"],
    ["你好、ひら 안녕", "你好、ひら 안녕"],
    ["123 {}[]!?", "123 {}[]!?"],
  ])("%s is read as %s", (text, plain) => {
    expect(folded(text)).toBe(plain);
  });

  test("once is enough, and leaves a character of its kind", () => {
    for (let unit = 0; unit < 65_536; unit++) {
      const once = foldOf(unit);
      if (foldOf(once) !== once || kindOf(once) !== kindOf(unit)) {
        throw new Error(`U+${unit.toString(16)} is folded to U+${once.toString(16)}`);
      }
    }
  });
});

test.each([
  { name: "Latin", script: latin, text: "aÉžＡ" },
  { name: "Han", script: han, text: "你漢㐀" },
  { name: "kana", script: kana, text: "ひカｶ" },
  { name: "Devanagari", script: devanagari, text: "हिन्दी" },
  { name: "any other script", script: foreign, text: "ЖΩאبก안" },
])("$name is told from other scripts", ({ script, text }) => {
  for (const one of text) expect(scriptOf(one.charCodeAt(0))).toBe(script);
});
