const tokenBuckets: Readonly<Record<string, string>> = {
  freshInput: "Fresh input",
  cacheRead: "Cache read",
  cacheWrite5m: "Cache write, 5 min",
  cacheWrite1h: "Cache write, 1 h",
  visibleOutput: "Visible output",
  reasoningOutput: "Reasoning output",
};

const units: Readonly<Record<string, string>> = {
  "web-search": "Web search",
  "web-search-preview": "Web search (preview)",
  "file-search": "File search",
  "code-session": "Code session",
  request: "Request fee",
  "request-low": "Request fee, low context",
  "request-medium": "Request fee, medium context",
  "request-high": "Request fee, high context",
};

/** What a line of a cost is for. */
export const bucketWords = (bucket: string): string =>
  tokenBuckets[bucket] ?? units[bucket] ?? bucket;

/** What its rate is for: a million tokens, or one. */
export const rateUnit = (bucket: string): string =>
  tokenBuckets[bucket] === undefined ? "each" : "per 1M tokens";

const picoPerMicro = 1_000_000n;

/** A rate in pUSD. @param rate - whole or broken µUSD, to a millionth. */
export const ratePico = (rate: number): string =>
  String(BigInt(Math.round(rate * Number(picoPerMicro))));
