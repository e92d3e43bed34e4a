/** One call of the benchmark, as the load sends it again and again. */
export type Call = {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const messages = [
  { role: "system", content: "You explain things to people who build software, in plain words." },
  {
    role: "user",
    content:
      "Our web shop asks the database for the same three hundred products on every page. Explain " +
      "in two or three sentences what a cache would change, and what we would have to look out for.",
  },
];

/**
 * A chat completion as an app sends it, with both attribution tags.
 *
 * @param stream - how many events to stream; absent: a whole answer.
 */
export const chatCall = (
  origin: string,
  apiKey: string,
  stream?: { readonly events: number },
): Call => ({
  origin,
  path: "/v1/chat/completions",
  headers: {
    authorization: `Bearer ${apiKey}`,
    "content-type": "application/json",
    "x-smashcost-tag-customer": "acme-corp",
    "x-smashcost-tag-feature": "product-help",
  },
  body: JSON.stringify({
    model: "gpt-4o",
    messages,
    temperature: 0.2,
    max_tokens: stream?.events ?? 300,
    ...(stream && { stream: true }),
  }),
});
