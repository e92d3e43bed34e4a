import { randomFrom } from "../random-order";

type Request = Readonly<Record<string, unknown>>;
type Change = (text: string, random: () => number) => string;

const typoEvery = 20;
const letters = "abcdefghijklmnopqrstuvwxyz";

/** Swaps, drops, doubles or replaces one letter in twenty. */
const misspell: Change = (text, random) => {
  const units = Array.from(text);
  return units
    .map((unit, at) => {
      if (!/\p{L}/u.test(unit) || random() >= 1 / typoEvery) return unit;
      const slip = Math.floor(random() * 4);
      if (slip === 0) return "";
      if (slip === 1) return unit + unit;
      if (slip === 2) return letters[Math.floor(random() * letters.length)] ?? unit;
      return (units[at + 1] ?? "") + unit;
    })
    .join("");
};

const polite =
  "I hope this message finds you well, and thank you so much in advance for taking the time to look " +
  "at what follows; I really appreciate your patience and your kindness, and there is no hurry at all. ";
const politeWords = 200;

const filler = polite
  .repeat(Math.ceil(politeWords / polite.split(" ").length))
  .split(" ")
  .slice(0, politeWords)
  .join(" ");

/** Ways in which the same request arrives looking otherwise: none should change where it goes. */
export const disturbances: Readonly<Record<string, Change>> = {
  "typos, 1 in 20 letters": misspell,
  "upper case": (text) => text.toUpperCase(),
  "lower case": (text) => text.toLowerCase(),
  "XML wrapper": (text) => `<request>\n<content>\n${text}\n</content>\n</request>`,
  "markdown wrapper": (text) => `# Request\n\n> **Please answer:**\n\n${text}\n\n---`,
  "### Instruction wrapper": (text) => `### Instruction:\n${text}\n\n### Response:\n`,
  "20 blank lines": (text) => `${"\n".repeat(10)}${text}${"\n".repeat(10)}`,
  "200 words of politeness": (text) => `${filler}\n\n${text}`,
};

/** The request with the text of its last user turn changed; the same seed changes it alike. */
export const disturb = (request: Request, change: Change, seed: number): Request => {
  const messages = request.messages as readonly Request[];
  const last = messages.findLastIndex(({ role }) => role === "user");
  const random = randomFrom(seed);
  return {
    ...request,
    messages: messages.map((message, at) =>
      at === last
        ? { ...message, content: changeContent(message.content, change, random) }
        : message,
    ),
  };
};

const changeContent = (content: unknown, change: Change, random: () => number): unknown => {
  if (typeof content === "string") return change(content, random);
  if (!Array.isArray(content)) return content;
  return (content as readonly Request[]).map((part) =>
    typeof part.text === "string" ? { ...part, text: change(part.text, random) } : part,
  );
};
