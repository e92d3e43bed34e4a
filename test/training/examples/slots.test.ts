import { createRandom } from "../../../training/examples/random";
import { readPhrases } from "../../../training/examples/read-phrases";
import { fillSlots, unknownSlots } from "../../../training/examples/slots";

const { shared, byLanguage } = readPhrases("data/routing/phrases");
const [file] = [...byLanguage.values()].filter(({ language }) => language === "en");
if (file === undefined) throw new Error("there are no English phrases");
const sources = { file, shared };
const fill = (text: string, name = "slots") => fillSlots(text, sources, createRandom(name));

describe("slots", () => {
  it("draw words, passages of a kind, code of a language and numbers", () => {
    expect(file.fill.topic).toContain(fill("{topic}"));
    expect(file.passages.review).toContain(fill("{passage:review}"));
    const sql = shared.code.filter(({ language }) => language === "sql").map(({ text }) => text);
    expect(sql).toContain(fill("{code:sql}"));
    expect(fill("{n} of {N}")).toMatch(/^\d of \d{3,5}$/);
  });

  it.each(["a", "b", "c", "d", "e", "f"])("that stand twice get two fillings (%s)", (name) => {
    const [one, two] = fill("{person}|{person}", name).split("|");
    expect(one).not.toBe(two);
  });

  it.each(['f"{user}"', "x_{n}", "2^{n}", "\\boxed{}", '{"a": 1}'])("leave %s alone", (text) => {
    expect(fill(text)).toBe(text);
  });

  it("do not fill what they were filled with", () => {
    const own = { ...file, fill: { topic: ["{place}"] } };
    expect(fillSlots("{topic}", { file: own, shared }, createRandom("x"))).toBe("{place}");
  });

  it("that ask for a kind of material that there is none of are an error", () => {
    expect(() => fill("{passage:novel}")).toThrow("nothing fits the slot {passage:novel}");
  });

  it("that no source knows are told", () => {
    expect(unknownSlots("{audiance} and {audience} and {n}", sources)).toEqual(["{audiance}"]);
  });
});
