import { classified, hard } from "./classified";
import { decide, orderOf, verdictOn } from "./deciding";
import { offer } from "./offers";

const asked = offer("openai", "asked", { score: 60, price: [10, 30] });
const cheap = (provider: "gemini" | "groq" | "mistral" | "anthropic", usd: number, id = "cheap") =>
  offer(provider, id, { score: 60, price: [usd, usd * 4] });

describe("what to fall back to", () => {
  test("the next cheapest, three in all, the model asked for among them", () => {
    const offers = [asked, cheap("gemini", 3), cheap("groq", 1), cheap("mistral", 2)];
    expect(orderOf(decide({ offers, model: "asked" }))).toEqual([
      "groq/cheap",
      "mistral/cheap",
      "openai/asked",
    ]);
  });

  test("at the same cost one of another provider goes first", () => {
    const offers = [cheap("groq", 1, "a"), cheap("groq", 2, "b"), cheap("mistral", 2, "z")];
    expect(orderOf(decide({ offers }))).toEqual(["groq/a", "mistral/z", "groq/b"]);
  });

  test("auto has no model asked for", () => {
    const offers = [asked, cheap("gemini", 3), cheap("groq", 1), cheap("mistral", 2)];
    expect(orderOf(decide({ offers }))).toEqual(["groq/cheap", "mistral/cheap", "gemini/cheap"]);
  });

  test("nothing below the bar is fallen back to", () => {
    const weak = offer("gemini", "weak", { score: 10, price: [0.1, 0.4] });
    const decision = decide({ offers: [asked, weak], model: "asked", classification: hard });
    expect(orderOf(decision)).toEqual(["openai/asked"]);
    expect(verdictOn(decision, "gemini/weak")).toBe("below-bar");
  });

  test("a provider whose circuit is open is passed over, also the one asked for", () => {
    const offers = [asked, cheap("gemini", 3)];
    const decision = decide({ offers, model: "asked", broken: ["openai"] });
    expect(orderOf(decision)).toEqual(["gemini/cheap"]);
    expect(verdictOn(decision, "openai/asked")).toBe("circuit-open");
  });
});

describe("what is never moved to", () => {
  test("the sandbox, once a real provider has a key", () => {
    const sandbox = offer("sandbox", "echo", { score: 90, price: [0, 0] });
    const offers = [sandbox, cheap("gemini", 3)];
    expect(orderOf(decide({ offers }))).toEqual(["gemini/cheap"]);
    expect(orderOf(decide({ offers, keys: ["sandbox"] }))).toEqual(["sandbox/echo"]);
  });

  test("a provider's free offer", () => {
    const free = offer("openrouter", "some/model:free", { score: 90, price: [0, 0] });
    const decision = decide({ offers: [free, cheap("gemini", 3)] });
    expect(orderOf(decision)).toEqual(["gemini/cheap"]);
    expect(verdictOn(decision, "openrouter/some/model:free")).toBe("unpriced");
  });

  test("an unpriced offer", () => {
    const unpriced = offer("groq", "unpriced", { score: 90, prices: [] });
    expect(orderOf(decide({ offers: [unpriced, cheap("gemini", 3)] }))).toEqual(["gemini/cheap"]);
  });

  test("an offer whose ability is only guessed from its price, where it just clears the bar", () => {
    const clears = (basis: "price" | "benchmark", shift: number) => {
      const guess = offer("groq", "guess", { score: 50, basis, price: [1, 4] });
      const classification = classified("math", shift);
      const offers = [asked, guess];
      return orderOf(decide({ offers, model: "asked", classification }))[0] === "groq/guess";
    };
    // From the hardest to the easiest: what is measured is trusted first, what is guessed later.
    const shifts = Array.from({ length: 61 }, (_, at) => (at - 30) / 10);
    const easiest = (basis: "price" | "benchmark") => shifts.find((shift) => clears(basis, shift));
    expect(easiest("benchmark")).toBeGreaterThan(-3);
    expect(easiest("price")).toBeGreaterThan((easiest("benchmark") ?? 3) + 0.2);
  });
});

describe("the record of a decision", () => {
  test("holds at most eight candidates, the chosen first and the model asked for among them", () => {
    const many = Array.from({ length: 400 }, (_, at) =>
      offer(at % 2 === 0 ? "groq" : "mistral", `m-${at}`, {
        score: at % 70,
        price: [1 + at / 100, 4 + at / 100],
        ...(at % 5 === 0 ? { status: "retired" as const } : {}),
      }),
    );
    const decision = decide({
      offers: [asked, ...many],
      model: "asked",
      classification: classified("math", 0),
    });
    if (decision.kind !== "routed") throw new Error(decision.kind);
    expect(decision.candidates).toHaveLength(8);
    expect(decision.candidates[0]).toMatchObject({ verdict: "chosen" });
    expect(decision.candidates.map(({ offer: name }) => name)).toContain("openai/asked");
    const verdicts = new Set(decision.candidates.map(({ verdict }) => verdict));
    expect(verdicts).toContain("below-bar");
    expect(verdicts).toContain("dearer-than-chosen");
  });
});
