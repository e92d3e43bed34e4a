export type SnippetParts = {
  /** Ends in `/v1`. */
  readonly gatewayUrl: string;
  readonly apiKey: string;
};

/** A first request with a key, in each language: the stock clients, told another address. */
export const snippets = ({ gatewayUrl, apiKey }: SnippetParts) =>
  [
    {
      language: "curl",
      code: `curl ${gatewayUrl}/chat/completions \\
  -H "Authorization: Bearer ${apiKey}" \\
  -H "Content-Type: application/json" \\
  -d '{"model": "auto", "messages": [{"role": "user", "content": "Hello"}]}'`,
    },
    {
      language: "Python",
      code: `from openai import OpenAI

openai = OpenAI(
    base_url="${gatewayUrl}",
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
  baseURL: "${gatewayUrl}",
  apiKey: "${apiKey}",
});
const answer = await openai.chat.completions.create({
  model: "auto",
  messages: [{ role: "user", content: "Hello" }],
});
console.log(answer.choices[0]?.message.content);`,
    },
  ] as const;
