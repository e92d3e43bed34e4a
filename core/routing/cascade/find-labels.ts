import { endsAt } from "./instruction";

/** Fewer are no choice; more are rather a vocabulary than labels. */
const fewest = 2;
const most = 60;

const nouns =
  "labels?|categor(?:y|ies)|class(?:es)?|options?|words?|values?|answers?|choices|intents?|topics?|tags?|sentiments?|languages?|teams?|departments?|queues?";

/** "one of: …", "one of the following categories: …", "one of (…)"; and "one word: …". */
const oneOf = new RegExp(
  `\\b(?:one of(?: the following| these| those)?(?: \\w+)?(?: (?:${nouns}))?|(?:one|a single) word)\\s*(?::|(?=["“'\`(\\[]))`,
  "giu",
);
/** "Labels: …": such a list alone says nothing of the answer. */
const listed = new RegExp(
  `(?:^|\\n)\\s*(?:(?:allowed|possible|valid|the) )?(?:${nouns})(?: are)?\\s*:`,
  "giu",
);
const asksForIt =
  /\b(?:answer|reply|respond|return|output|classify|categori[sz]e|label|choose|pick|select|tag|assign|route)\b/iu;
const asksForItAlone = /\b(?:only|just|nothing else|exactly one|a single|one of)\b/iu;

/** A label: one to three words, none of which makes a phrase of it. */
const label = /^[\p{L}\p{N}][\p{L}\p{N}_+&.#-]*(?: [\p{L}\p{N}_+&.#-]+){0,2}$/u;
const phrase =
  /\b(?:for|the|based|depending|if|when|that|which|with|from|your|this|it|is|are|to|of|in|on|as)\b/iu;
const longestLabel = 40;

const unwrapped = (text: string): string =>
  text
    .trim()
    .replace(/^[[({]+|[\])}]+$/gu, "")
    .replace(/^["'“”‘’`*]+|["'“”‘’`*]+$/gu, "")
    .trim();

const toLabels = (items: readonly string[]): readonly string[] | undefined => {
  const labels = items.map(unwrapped).filter((item) => item !== "");
  const distinct = new Set(labels.map((one) => one.toLowerCase()));
  if (labels.length < fewest || labels.length > most || distinct.size < labels.length) {
    return undefined;
  }
  const fit = (one: string) => one.length <= longestLabel && label.test(one) && !phrase.test(one);
  return labels.every(fit) ? labels : undefined;
};

/** "and nothing else", "only": the end of an instruction, and no label. */
const closing = /[,;]?\s*(?:and |but )?(?:nothing (?:else|more)|only|please)\s*$/iu;

const inLine = (line: string): readonly string[] | undefined => {
  const sentence = line.split(/(?:[.;!?](?:\s|$))/u, 1)[0] ?? "";
  const rest = unwrapped(sentence.replace(closing, ""));
  return toLabels(rest.split(/\s*[,|/]\s*(?:or |and )?|\s+or\s+/iu));
};

const inBullets = (lines: readonly string[]): readonly string[] | undefined => {
  const from = lines.findIndex((line) => line.trim() !== "");
  if (from < 0) return undefined;
  const isBullet = (line: string): boolean => /^\s*[-*•]\s+/u.test(line);
  const after = lines.slice(from);
  const end = after.findIndex((line) => !isBullet(line));
  const bullets = end < 0 ? after : after.slice(0, end);
  return toLabels(bullets.map((line) => line.replace(/^\s*[-*•]\s+/u, "").replace(/\.$/u, "")));
};

/** The list that follows a colon: in the same line, or in bullets below it. */
const listAt = (text: string, at: number): readonly string[] | undefined => {
  const [line = "", ...below] = text.slice(at, at + 4_000).split("\n");
  return line.trim() === "" ? inBullets(below) : inLine(line);
};

const pair =
  /\b(?:answer|reply|respond|output|return)\b[^.\n]{0,30}?["'“`]?\b(yes|true)\b["'”`]?\s*(?:\/|,|or)\s*["'“`]?(no|false)\b/giu;
const onlyPair =
  /\b(?:answer|reply|respond|output|return)\b[^.\n]{0,20}?\b(?:only|just|exactly|either)(?: with| either| as| the words?)*\s+["'“`]?([\p{L}\p{N}_-]+)["'”`]?\s+or\s+["'“`]?([\p{L}\p{N}_-]+)/giu;

/** "Answer yes or no.": two words, and the end of the sentence. */
const pairsIn = (text: string): readonly (readonly string[] | undefined)[] =>
  [pair, onlyPair].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => endsAt(text, match.index + match[0].length))
      .map(([, one = "", other = ""]) => toLabels([one, other])),
  );

/**
 * The labels of which an instruction wants one, where it says so plainly. Reads English only, and
 * rather sees no list than a wrong one.
 *
 * @param text - from `plainInstruction`.
 * @returns undefined where there is no list, a doubtful one, or two that differ.
 */
export const findLabels = (text: string): readonly string[] | undefined => {
  if (!asksForIt.test(text)) return undefined;
  const leads = [...text.matchAll(oneOf)];
  const lists = asksForItAlone.test(text) ? [...text.matchAll(listed)] : [];
  const found = [
    ...[...leads, ...lists].map((match) => listAt(text, match.index + match[0].length)),
    ...pairsIn(text),
  ];
  const [first] = found;
  const nameOf = (labels: readonly string[] | undefined) => labels?.join("\n").toLowerCase();
  return found.every((labels) => nameOf(labels) === nameOf(first)) ? first : undefined;
};
