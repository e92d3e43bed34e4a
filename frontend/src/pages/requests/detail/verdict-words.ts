/** What a decision said of a candidate, as a person reads it. */
const words: Readonly<Record<string, string>> = {
  chosen: "chosen",
  "dearer-than-chosen": "dearer",
  "cheaper-but-cold": "cheaper, but the cache is elsewhere",
  "dearer-than-named": "dearer than the model asked for",
  "below-bar": "below bar",
  "no-credential": "no credential",
  disabled: "switched off",
  unpriced: "unpriced",
  retired: "retired",
  "circuit-open": "circuit open",
  "context-too-small": "context too small",
  "output-too-small": "output too small",
  "no-tools": "no tools",
  "no-image": "no images",
  "image-tokens-apart": "bills images apart",
  "no-audio": "no audio",
  "no-pdf": "no PDF",
  "no-json-schema": "no JSON schema",
  "no-reasoning": "no reasoning",
  "no-logprobs": "no logprobs",
  "no-choices": "one choice only",
  "no-temperature": "no temperature",
  "no-stop": "no stop sequences",
  "not-a-chat-model": "no chat model",
  "unportable-fields": "lacks fields of the request",
  untranslatable: "can't be told the request",
  "other-provider": "other provider",
};

/** A verdict in words; one that is newer than this page is shown as it is named. */
export const verdictWords = (verdict: string): string =>
  words[verdict] ?? verdict.replaceAll("-", " ");
