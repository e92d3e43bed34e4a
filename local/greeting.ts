import type { ProviderId } from "../core/catalog/provider-id";
import type { Settings } from "./settings";

export type Greeting = Pick<Settings, "apiKeys" | "baseUrls" | "dataDir"> & {
  /** Without a path. */
  readonly url: string;
  readonly gatewayUrl: string;
  readonly apiKey: string;
  /** The first user's. */
  readonly email: string;
  readonly password: string;
};

const bullets = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join("\n");

/** On one line, to be copied whole. */
const firstCall = (gatewayUrl: string, apiKey: string): string =>
  [
    `curl -sS ${gatewayUrl}/chat/completions`,
    `-H "Authorization: Bearer ${apiKey}"`,
    `-H "Content-Type: application/json"`,
    `-H "X-SmashCost-Tag-Customer: acme-corp"`,
    `-d '{"model": "gpt-4o", "messages": [{"role": "user", "content": "Say hello in one sentence."}]}'`,
  ].join(" ");

/** What `npm start` prints once it is ready: where things are, and a first call that works. */
export const greeting = (greeted: Greeting): string => {
  const { url, gatewayUrl, apiKey, email, password, dataDir, apiKeys, baseUrls } = greeted;
  const keyed = Object.keys(apiKeys) as ProviderId[];
  const moved = Object.entries(baseUrls).map(
    ([provider, url]) => `${provider} is called at ${url}`,
  );
  const providers =
    keyed.length > 0
      ? keyed.map(
          (provider) =>
            `${provider}: the key ending in ${apiKeys[provider]?.slice(-4) ?? ""} is sealed as your organization's credential`,
        )
      : [
          "sandbox: canned answers at pretend prices, until a provider's key is stored",
          "e.g. SMASHCOST_OPENAI_API_KEY=sk-… npm start",
        ];
  return `
SmashCost is running.

Dashboard ${url}
Gateway   ${gatewayUrl}   (base URL for any OpenAI SDK)
API key   ${apiKey}
API       ${url}/api   (the dashboard's, described at ${url}/api/openapi.json)
Sign in   ${email}   ${password}
Mail      ${url}/inbox   (what would have been sent)
Data      ${dataDir}

Providers
${bullets([...providers, ...moved])}

Try it (add -i to see which model answered, why, what it cost and what was saved):

${firstCall(gatewayUrl, apiKey)}

Replay a file of prompts:  npm run replay -- data/examples/prompts.jsonl
Stop with Ctrl+C.
`;
};
