/** Texts that no caller should send and some do: each is classified and routed like any other. */
export const oddTexts: Readonly<Record<string, string>> = {
  nothing: "",
  "spaces alone": " \n\t ".repeat(60_000),
  "10 MB": "The report says that costs fell in every region. ".repeat(204_000),
  "one endless word": "a".repeat(300_000),
  "100,000 new lines": "\n".repeat(100_000),
  "NUL bytes": "\0".repeat(5_000),
  "binary-looking": Array.from({ length: 20_000 }, (_, at) =>
    String.fromCharCode((at * 7_919) % 256),
  ).join(""),
  "every unit there is": Array.from({ length: 65_536 }, (_, unit) =>
    String.fromCharCode(unit),
  ).join(""),
  base64: "iVBORw0KGgoAAAANSUhEUgAA".repeat(3_000),
  "right to left": "ما هي عاصمة مصر؟ \u202eabc\u202c ".repeat(300),
  Hebrew: "מהי בירת ישראל?",
  "emoji alone": "🎉🚀👩‍👩‍👧".repeat(500),
  "lone surrogates": "\ud800\udc00\ud800 \udfff\udfff\ud83d",
  "combining marks": `e${"\u0301".repeat(5_000)}`,
  "dollar signs": "$".repeat(10_000),
  "opened brackets": "([{<".repeat(2_000),
  "options on end": "A) B. (C) 1) ".repeat(2_000),
  "options a line": "A) yes\n".repeat(2_000),
  "long numbers": "9".repeat(50_000),
  "mixed scripts": "Übersetze 这个句子 हिन्दी में, por favor. Пожалуйста! ".repeat(50),
};
