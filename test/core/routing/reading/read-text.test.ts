import { sumAscii } from "../../../../core/routing/reading/count";
import { GramSet } from "../../../../core/routing/reading/gram-set";
import { readText } from "../../../../core/routing/reading/read-text";
import { TextCounts } from "../../../../core/routing/reading/text-counts";

const read = (text: string, { counting = true, weight = 1 } = {}) => {
  const reading = {
    words: new GramSet(16, 4_096),
    pieces: new GramSet(16, 4_096),
    counts: new TextCounts(),
    hashes: [] as number[],
    known: {
      has(hash: number) {
        reading.hashes.push(hash >>> 0);
        return hash % 2 === 0;
      },
    },
  };
  reading.words.clear();
  reading.pieces.clear();
  readText(text, 0, text.length, { weight, counting, inPieces: true }, reading);
  sumAscii(reading.counts);
  return reading;
};
const gramsOf = ({ buckets, size }: GramSet) => new Set(buckets.subarray(0, size));

describe("what is counted in a text", () => {
  test.each([
    { name: "words", text: "The cat sat.", counts: { words: 3, letters: 9, capitals: 1 } },
    { name: "long words", text: "an extraordinary day", counts: { words: 3, longWords: 1 } },
    {
      name: "numbers",
      text: "7 of 1234 in 2024",
      counts: { numbers: 3, longestNumber: 4, digits: 9, words: 2 },
    },
    { name: "sentences", text: "One. Two! Three? 3.5 and index.ts", counts: { sentences: 3 } },
    { name: "sentences in other scripts", text: "你好。好吗？ठीक।", counts: { sentences: 3 } },
    {
      name: "lines, and those indented",
      text: "a\n  b\n\tc\nd",
      counts: { lines: 3, indentedLines: 2 },
    },
    {
      name: "options to choose from",
      text: "Which?\nA. one\nb) two\n(C) three\n4) four\nno option",
      counts: { optionLines: 4 },
    },
    { name: "every Han sign as a word", text: "写一首诗", counts: { words: 4, letters: 4 } },
    { name: "nothing in nothing", text: "", counts: { words: 0, letters: 0, lines: 0 } },
  ])("$name", ({ text, counts }) => {
    expect(read(text).counts).toMatchObject(counts);
  });

  test("letters by script, and signs of ASCII", () => {
    const { scripts, ascii } = read("Hi 你好 ひカ हि Ж {}{").counts;
    expect([...scripts]).toEqual([2, 2, 2, 2, 1]);
    expect(ascii["{".charCodeAt(0)]).toBe(2);
    expect(ascii["}".charCodeAt(0)]).toBe(1);
  });

  test("nothing where only n-grams are read", () => {
    const { counts, words } = read("The cat sat.\nA. 12", { counting: false });
    expect(counts).toEqual(new TextCounts());
    expect(words.size).toBeGreaterThan(0);
  });

  test("nothing is left of it for the next text", () => {
    const { counts } = read("Two 34 words.\nA. {x}");
    counts.clear();
    expect(counts).toEqual(new TextCounts());
  });
});

describe("n-grams", () => {
  test("are words and pairs of neighbours, each once", () => {
    expect(read("one").words.size).toBe(1);
    expect(read("one two three").words.size).toBe(3 + 2);
    expect(read("one one one").words.size).toBe(1 + 1);
  });

  test("are the same whatever the case, the accents and the blanks", () => {
    const plain = read("cafe creme");
    for (const text of ["CAFE CREME", "Café  crème", "\tcafé\ncrème "]) {
      expect(gramsOf(read(text).words)).toEqual(gramsOf(plain.words));
      expect(gramsOf(read(text).pieces)).toEqual(gramsOf(plain.pieces));
    }
  });

  test("of a pair tell its order, and none is taken for a word", () => {
    expect(gramsOf(read("dog bites").words)).not.toEqual(gramsOf(read("bites dog").words));
    expect(gramsOf(read("dog").words)).not.toEqual(gramsOf(read("dog").pieces));
  });

  test("within a word are three and four units in a row, its edges among them", () => {
    // Three: <ab, ab> and four: <ab>.
    expect(read("ab").pieces.size).toBe(3);
    // <ca, cat, at>, <cat, cat>.
    expect(read("cat").pieces.size).toBe(5);
    expect(read("写诗").pieces.size).toBe(3);
  });

  test("share most pieces where a word is misspelled", () => {
    const right = gramsOf(read("summarize").pieces);
    const wrong = [...gramsOf(read("sumarize").pieces)];
    expect(wrong.filter((piece) => right.has(piece)).length).toBeGreaterThan(wrong.length / 2);
  });

  test("have the weight of their text", () => {
    const { words } = read("one two", { weight: 0.25 });
    expect([...words.weights.subarray(0, words.size)]).toEqual([0.25, 0.25, 0.25]);
  });
});

// From the vectors of FNV's authors, http://www.isthe.com/chongo/src/fnv/test_fnv.c.
test.each([
  ["a", 0xe40c292c],
  ["b", 0xe70c2de5],
  ["f", 0xe30c2799],
  ["fo", 0x6222e842],
  ["foo", 0xa9f37ed7],
  ["foob", 0x3f5076ef],
  ["fooba", 0x39aaa18a],
  ["foobar", 0xbf9cf968],
])("a word is known by its 32-bit FNV-1a hash: %s", (word, hash) => {
  expect(read(word).hashes).toEqual([hash]);
});
