import type { Random } from "./random";

/** How people and apps spoil a text, or wrap it; each keeps what is asked. */
type Noise = (text: string, random: Random) => string;

/** One in so many words of three letters and more gets a slip of the fingers. */
const wordsPerTypo = 8;

const withTypo = (word: string, random: Random): string => {
  const at = random.whole(1, word.length - 2);
  const [before, one, two, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  return random.pick([
    before + two + one + after,
    before + two + after,
    before + one + one + two + after,
  ]);
};

const typos: Noise = (text, random) =>
  text.replace(/[a-zà-öø-ÿ]{3,}/gi, (word) =>
    random.chance(1 / wordsPerTypo) ? withTypo(word, random) : word,
  );

/** Quotes and brackets stay: they say where given material begins and ends. */
const withoutPunctuation = (text: string): string => text.replace(/[.,;:!?¿¡。、，！？；：।]/g, "");

const extraSpace: Noise = (text, random) =>
  `${"\n".repeat(random.whole(0, 2))}  ${text.replace(/ /g, () => (random.chance(0.15) ? "  " : " "))} \n\n`;

const wrappers: readonly ((text: string) => string)[] = [
  (text) => `### Instruction:\n${text}\n\n### Response:\n`,
  (text) => `<request>\n${text}\n</request>`,
  (text) => `<user_input>${text}</user_input>`,
  (text) => `[INST] ${text} [/INST]`,
  (text) => `USER: ${text}\nASSISTANT:`,
  (text) => `**Task**\n\n${text}\n`,
  (text) => `# Prompt\n\n---\n${text}\n---`,
  (text) => `\`\`\`\n${text}\n\`\`\``,
  (text) => JSON.stringify({ query: text }),
  (text) => `"""\n${text}\n"""`,
];

const noises: readonly Noise[] = [
  (text) => text.toLowerCase(),
  (text) => withoutPunctuation(text.toLowerCase()),
  withoutPunctuation,
  typos,
  typos,
  (text) => text.toUpperCase(),
  extraSpace,
  (text, random) => random.pick(wrappers)(text),
  (text, random) => random.pick(wrappers)(text),
  (text, random) => random.pick(wrappers)(text),
];

export const addNoise: Noise = (text, random) => random.pick(noises)(text, random);
