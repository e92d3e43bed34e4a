import fc from "fast-check";
import type { Conversation, Role } from "../../../core/chat/conversation";
import type { Tokens } from "../../../core/money/amounts";
import { tasks } from "../../../core/routing/task";
import { loadClassifier } from "../../../lambdas/shared/load-classifier";
import { saying } from "./conversations";
import { oddTexts } from "./odd-texts";
import { languages } from "./plain-languages";
import { plainRequests } from "./plain-requests";
import { plainSteps } from "./plain-steps";

const classify = loadClassifier();
const turn = (role: Role, text: string) => ({ role, text });
const unsureOf = (text: string): number => classify(saying(text)).unsure;

describe("the task of a plain request", () => {
  const cases = Object.entries(plainRequests).flatMap(([task, inLanguages]) =>
    Object.entries(inLanguages).map(([language, text]) => ({ task, language, text })),
  );

  test.each(cases)("$task in $language: $text", ({ task, text }) => {
    const said = classify(saying(text));
    expect(said.task).toBe(task);
    expect(said.unsure).toBeLessThan(0.5);
  });

  test.each(Object.entries(plainSteps))("agent-step: %s", (_, conversation) => {
    expect(classify(conversation).task).toBe("agent-step");
  });

  test("is there for every task in every language", () => {
    expect(cases).toHaveLength((tasks.length - 1) * languages.length);
  });
});

describe("the whole request counts", () => {
  test("a system prompt that sets a task holds for bare texts", () => {
    const system = "You are a translator. Translate everything the user writes into German.";
    const text = "The train leaves at noon from platform four.";
    expect(classify(saying(text, { system })).task).toBe("translation");
    expect(classify(saying(text)).task).not.toBe("translation");
  });

  test("a short follow-up belongs to what was asked before", () => {
    const followUp = "now make it faster";
    const turns = [
      turn("user", "Write a Python function that sorts a list of numbers, and test it."),
      turn("assistant", "def sort(items): return sorted(items)"),
      turn("user", followUp),
    ];
    const chanceOfCode = (conversation: Conversation) =>
      classify(conversation).chances[tasks.indexOf("code")] ?? 0;
    expect(classify(saying("", { turns })).task).toBe("code");
    expect(chanceOfCode(saying("", { turns }))).toBeGreaterThan(chanceOfCode(saying(followUp)));
  });

  test("an instruction is heard before long material and after it", () => {
    const article = "The council met on Monday and talked about the new bridge. ".repeat(300);
    const before = `Summarize the following article in three sentences:\n\n${article}`;
    const after = `${article}\n\nSummarize the article above in three sentences.`;
    for (const text of [before, after]) expect(classify(saying(text)).task).toBe("summarization");
  });

  test("the same words with tools offered are more likely a step of an agent", () => {
    const { needs, toolText } = plainSteps["tools are offered"] ?? saying("");
    const text = "Find the latest invoice and send it to Anna.";
    const chance = (conversation: Conversation) => classify(conversation).chances.at(-1) ?? 0;
    const offered = saying(text, { needs, toolText });
    expect(chance(offered)).toBeGreaterThan(chance(saying(text)));
  });
});

const isSound = (conversation: Conversation): void => {
  const { task, confidence, difficulty, chances, shifts, unsure, by } = classify(conversation);
  expect(tasks).toContain(task);
  expect(chances).toHaveLength(tasks.length);
  expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
  expect(confidence).toBe(chances[tasks.indexOf(task)]);
  expect(confidence).toBe(Math.max(...chances));
  expect(shifts).toHaveLength(3);
  for (const shift of shifts) expect(Math.abs(shift)).toBeLessThanOrEqual(3);
  expect(difficulty).toBeGreaterThan(0);
  expect(difficulty).toBeLessThan(1);
  expect(unsure).toBeGreaterThanOrEqual(0);
  expect(unsure).toBeLessThanOrEqual(1);
  expect(by).toMatch(/^[\w-]+@[0-9a-f]{8}$/);
};

describe("any request at all", () => {
  test.each(Object.entries(oddTexts))("%s is classified, in a moment", (_, text) => {
    const conversation = saying(text);
    const started = performance.now();
    classify(conversation);
    // Far above what it takes, and far below what reading all of 10 MB would.
    expect(performance.now() - started).toBeLessThan(100);
    isSound(conversation);
    isSound(saying("Hi", { system: text, toolText: text }));
  });

  test("with turns of every role, or none, is classified", () => {
    const roles = fc.constantFrom<Role>("system", "user", "assistant", "tool");
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom(...Object.values(oddTexts)).map((odd) => odd.slice(0, 5_000)),
    );
    const turns = fc.array(fc.record({ role: roles, text }), { maxLength: 6 });
    const tokens = fc.constantFrom(0, 1, 10_000, 1e9).map((count) => count as Tokens);
    fc.assert(
      fc.property(turns, text, fc.boolean(), tokens, (said, toolText, tools, estimate) => {
        isSound(
          saying("", { turns: said, toolText, needs: { tools }, estimatedInputTokens: estimate }),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  test("is classified the same each time, whatever was read before", () => {
    const other = loadClassifier();
    for (const text of [...Object.values(oddTexts), "Write a poem about rain.", "你好"]) {
      const conversation = saying(text);
      const said = classify(conversation);
      classify(saying("Summarize this:\nA) one\nB) two\nC) three 123 456"));
      expect(classify(conversation)).toEqual(said);
      expect(other(conversation)).toEqual(said);
    }
  });

  test("is not read between its head and its tail", () => {
    const head = "Explain this log. ".repeat(150).slice(0, 2_500);
    // Blanks around a text are no part of it.
    const tail = `${"the end of the log. ".repeat(90).slice(0, 1_499)}.`;
    const between = (filler: string) =>
      classify(saying(head + filler + tail, { estimatedInputTokens: 9_000 as Tokens }));
    const plain = between("x".repeat(30_000));
    expect(between("Übersetze das! 翻译 🎉 1234 {[(".repeat(2_000).slice(0, 30_000))).toEqual(
      plain,
    );
  });
});

test.each([
  { name: "blanks around it", change: (text: string) => `\n\n  ${text} \t\n` },
  { name: "several blanks between words", change: (text: string) => text.replaceAll(" ", "   ") },
  { name: "no capitals", change: (text: string) => text.toLowerCase() },
])("a plain request stays of its task with $name", ({ change }) => {
  for (const task of ["code", "translation", "summarization", "chat"] as const) {
    const text = plainRequests[task]?.en ?? "";
    const conversation = (said: string) => ({ ...saying(text), turns: [turn("user", said)] });
    const { chances } = classify(conversation(text));
    const changed = classify(conversation(change(text)));
    expect(changed.task).toBe(task);
    changed.chances.forEach((chance, at) => {
      expect(Math.abs(chance - (chances[at] ?? 0))).toBeLessThan(0.1);
    });
  }
});

describe("how unsure the classifier is", () => {
  test.each([
    "Please write a short letter to my landlord and ask for a repair of the kitchen window.",
    "Translate the following sentence into French: The meeting begins at ten in the morning.",
    "Write a Python function that reads a file and counts the words in it.",
    "What is the capital of Australia, and how many people live there?",
  ])("hardly, of plain English: %s", (text) => {
    expect(unsureOf(text)).toBeLessThan(0.2);
  });

  test.each([
    ["Arabic", "ما هي أفضل طريقة لتعلم لغة جديدة في وقت قصير؟ أرجو أن تشرح لي ذلك."],
    ["Korean", "새로운 언어를 짧은 시간에 배우는 가장 좋은 방법은 무엇인가요?"],
    ["Russian", "Объясните, пожалуйста, как рассчитывается налог на ввозимые автомобили."],
    ["Greek", "Ποια είναι η καλύτερη μέθοδος για να μάθω μια νέα γλώσσα;"],
    ["gibberish", "Zxqvo vlorpt mnemtk quazzlix brindwortz fleebgon glonkir trazzilup vexomir."],
    [
      "keys struck at random",
      "asdkjh qwoeiu zmxncv lkjdfg pqowie xcvmnb sdlkfj weoiru bnmzxc dfgkjh",
    ],
  ])("very, of %s", (_, text) => {
    expect(unsureOf(text)).toBeGreaterThan(0.6);
  });

  test("more of languages in Latin letters that training has not met than of those it has", () => {
    const mean = (texts: readonly string[]) =>
      texts.reduce((sum, text) => sum + unsureOf(text), 0) / texts.length;
    const unmet = [
      "Proszę mi wyjaśnić, w jaki sposób mogę zaktualizować swój adres w urzędzie skarbowym.",
      "Lütfen bana kütüphanenin çalışma saatlerini ve üyelik koşullarını açıklar mısınız?",
      "Voisitko selittää, miten uuden kielen oppiminen onnistuu nopeasti ja helposti kotona?",
      "Kérem, magyarázza el, hogyan kell bejelenteni a lakcímváltozást az önkormányzatnál.",
      "Prosím vysvětlete mi, jak si mohu změnit adresu trvalého bydliště na městském úřadě.",
    ];
    const met = languages.map((language) => plainRequests.writing?.[language] ?? "");
    expect(mean(unmet)).toBeGreaterThan(mean(met) + 0.15);
  });
});
