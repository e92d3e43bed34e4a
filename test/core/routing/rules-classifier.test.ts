import fc from "fast-check";
import type { Conversation, Role } from "../../../core/chat/conversation";
import type { Tokens } from "../../../core/money/amounts";
import { classifyByRules } from "../../../core/routing/rules-classifier";
import { tasks } from "../../../core/routing/task";
import { saying } from "./conversations";
import { agentExamples } from "./examples-agent";
import { knowingExamples } from "./examples-knowing";
import { workingExamples } from "./examples-working";

const examples = { ...knowingExamples, ...workingExamples };

describe("the task of a single request", () => {
  test.each(
    Object.entries(examples).flatMap(([task, texts]) => texts.map((text) => ({ task, text }))),
  )("$task: $text", ({ task, text }) => {
    expect(classifyByRules(saying(text)).task).toBe(task);
  });

  test.each(agentExamples)("agent-step: $name", ({ conversation }) => {
    expect(classifyByRules(conversation).task).toBe("agent-step");
  });

  test("every task has at least eight examples", () => {
    for (const task of tasks) {
      const count = task === "agent-step" ? agentExamples.length : examples[task]?.length;
      expect({ task, enough: (count ?? 0) >= 8 }).toEqual({ task, enough: true });
    }
  });
});

describe("the whole conversation counts", () => {
  test("a system prompt that sets a task holds for bare texts", () => {
    const system = "You are a translator. Translate everything the user writes into German.";
    const text = "The train leaves at noon from platform four.";
    expect(classifyByRules(saying(text, { system })).task).toBe("translation");
  });

  test("a short follow-up belongs to what was asked before", () => {
    const turns = [
      { role: "user" as Role, text: "Write a Python function that sorts a list." },
      { role: "assistant" as Role, text: "def sort(items): return sorted(items)" },
      { role: "user" as Role, text: "now make it faster" },
    ];
    expect(classifyByRules(saying("", { turns })).task).toBe("code");
  });

  test("pasted material does not outvote the instruction before it", () => {
    const code = "function add(a, b) { return a + b; }\n".repeat(5);
    const article = "The integral part of the agent is a translation tool, they write. ".repeat(40);
    expect(classifyByRules(saying(`Summarize the following text:\n${article}`)).task).toBe(
      "summarization",
    );
    expect(classifyByRules(saying(`Explain this code:\n${code}`)).task).toBe("code");
  });

  test("an instruction after long material is heard", () => {
    const article = "The council met on Monday and talked about the new bridge. ".repeat(300);
    expect(classifyByRules(saying(`${article}\n\nSummarize the text above.`)).task).toBe(
      "summarization",
    );
  });
});

describe("difficulty", () => {
  const difficulty = (conversation: Conversation): number =>
    classifyByRules(conversation).difficulty;
  const proof =
    "Prove that for every prime p > 3 the number p^2 - 1 is divisible by 24, then derive a rigorous bound.";

  test.each([
    { name: "a proof over a greeting", easy: saying("Hello!"), hard: saying(proof) },
    {
      name: "a system over a one-liner",
      easy: saying("Write a simple hello world in Python."),
      hard: saying("Design a lock-free concurrent queue in C++ and prove it is linearizable."),
    },
    {
      name: "a request with parts and conditions over a plain one",
      easy: saying("Write a poem about rain."),
      hard: saying(
        "Write a poem about rain that must:\n1. have exactly 14 lines\n2. never use the letter e\n3. rhyme ABAB except at the end\n4. name at least three rivers",
      ),
    },
    {
      name: "asked-for reasoning over none",
      easy: saying("What is the best opening in chess?"),
      hard: saying("What is the best opening in chess?", { needs: { reasoning: true } }),
    },
    {
      name: "a long context over a short one",
      easy: saying("Summarize the report."),
      hard: saying("Summarize the report.", { estimatedInputTokens: 90_000 as Tokens }),
    },
    {
      name: "a script that no rule knows over English",
      easy: saying("Explain how the tax on imported cars is worked out."),
      hard: saying("Объясните, как рассчитывается налог на ввозимые автомобили."),
    },
    {
      name: "a Chinese proof over a Chinese greeting",
      easy: saying("你好"),
      hard: saying("请严谨地证明费马小定理，并推导其复杂度。"),
    },
  ])("rises: $name", ({ easy, hard }) => {
    expect(difficulty(hard)).toBeGreaterThan(difficulty(easy));
  });

  test("a greeting is easy and a proof is hard", () => {
    expect(difficulty(saying("Hello!"))).toBeLessThan(0.15);
    expect(difficulty(saying(proof))).toBeGreaterThan(0.7);
  });

  test("what can't be placed is not taken for easy", () => {
    const nothingKnown = saying("Zxq vlorp mnemt quazzle brindwort fleeb glonk trazzil.");
    const { confidence, difficulty: level } = classifyByRules(nothingKnown);
    expect(confidence).toBeLessThan(0.5);
    expect(level).toBeGreaterThan(difficulty(saying("hello there")));
  });
});

describe("any text at all", () => {
  const odd = [
    ["nothing", ""],
    ["spaces", " \n\t ".repeat(60_000)],
    ["emoji only", "🎉🚀👩‍👩‍👧".repeat(500)],
    ["right to left", "ما هي عاصمة مصر؟ ".repeat(300)],
    ["Hebrew", "מהי בירת ישראל?"],
    ["lone surrogates", "\ud800\udc00\ud800 \udfff"],
    ["one endless word", "a".repeat(300_000)],
    ["dollar signs", "$".repeat(10_000)],
    ["opened brackets", "([{<".repeat(2_000)],
    ["options on end", "a) b) ".repeat(2_000)],
    ["a huge prompt", "The report says that costs fell in every region. ".repeat(5_000)],
  ] as const;

  test.each(odd)("%s is classified, in a moment", (_, text) => {
    const started = performance.now();
    const { task, confidence, difficulty, by } = classifyByRules(saying(text));
    expect(tasks).toContain(task);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(difficulty).toBeGreaterThanOrEqual(0);
    expect(difficulty).toBeLessThanOrEqual(1);
    expect(by).toBe("rules-1");
    // Far above what it takes: only a pattern that runs away would reach it.
    expect(performance.now() - started).toBeLessThan(100);
  });

  test("a conversation without turns is classified", () => {
    expect(classifyByRules(saying("", { turns: [] })).task).toBe("chat");
  });

  test("the same text always gets the same answer, within bounds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const first = classifyByRules(saying(text));
        expect(classifyByRules(saying(text))).toEqual(first);
        expect(first.difficulty).toBeGreaterThanOrEqual(0);
        expect(first.difficulty).toBeLessThanOrEqual(1);
        expect(Number.isFinite(first.confidence)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
