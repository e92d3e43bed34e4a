export type SnippetParts = {
  /** What the stock clients call a base URL. */
  readonly baseUrl: string;
  readonly apiKey: string;
};

/** The gateway's base URL. @param gatewayUrl - as `config.get` says it: with or without a slash. */
export const baseUrlOf = (gatewayUrl: string): string => `${gatewayUrl.replace(/\/+$/, "")}/v1`;

/** A first request with a key, in each language: the stock clients, told another address. */
export const snippets = ({ baseUrl, apiKey }: SnippetParts) =>
  [
    {
      language: "curl",
      code: `curl ${baseUrl}/chat/completions \\
  -H "Authorization: Bearer ${apiKey}" \\
  -H "Content-Type: application/json" \\
  -d '{"model": "auto", "messages": [{"role": "user", "content": "Hello"}]}'`,
    },
    {
      language: "Python",
      code: `from openai import OpenAI

openai = OpenAI(
    base_url="${baseUrl}",
    api_key="${apiKey}",
)
answer = openai.chat.completions.create(
    model="auto",
    messages=[{"role": "user", "content": "Hello"}],
)
print(answer.choices[0].message.content)`,
    },
    {
      language: "TypeScript",
      code: `import OpenAI from "openai";

const openai = new OpenAI({
  baseURL: "${baseUrl}",
  apiKey: "${apiKey}",
});
const answer = await openai.chat.completions.create({
  model: "auto",
  messages: [{ role: "user", content: "Hello" }],
});
console.log(answer.choices[0]?.message.content);`,
    },
  ] as const;
