import type { ProviderId } from "../../../core/catalog/provider-id";
import type { CredentialSettings } from "../../../core/ports/access-store";
import type { PlainKey } from "../../../core/ports/vault";
import { collect } from "../http/collect";
import { type HttpCall, type Upstream, UpstreamUnreachableError } from "../http/upstream";
import { parseJson } from "../parse-json";
import type { Site } from "./site";

export type TestedCredential = {
  readonly provider: ProviderId;
  /** Empty where the provider takes none. */
  readonly key: PlainKey;
  readonly settings: CredentialSettings;
};

export type CredentialTestParts = {
  readonly upstream: Upstream;
  /** The provider's; undefined where it can't be called yet. */
  readonly siteOf: (provider: ProviderId) => Site | undefined;
  readonly signal: AbortSignal;
};

export type CredentialTest =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** `refused`: the key is wrong; `unreachable`: nobody said so. */
      readonly code: "refused" | "unreachable" | "failed" | "not_testable";
      /** The provider's status, where it answered. */
      readonly status?: number;
      readonly message: string;
    };

/**
 * What costs nothing and needs the key, below a site's address: the list of models, but for
 * OpenRouter, which shows that to everybody.
 */
const listPaths: Partial<Record<ProviderId, string>> = {
  anthropic: "/v1/models",
  openrouter: "/key",
};
const listPathOf = (provider: ProviderId): string => listPaths[provider] ?? "/models";

/**
 * Perplexity has no list that needs the key, and Bedrock's is another service's, with an SDK and
 * rights of its own. A request without messages is refused as invalid where the key is accepted: it
 * is never answered, and so never billed.
 */
const emptyRequests: Partial<Record<ProviderId, Pick<HttpCall, "url" | "body" | "carrier">>> = {
  perplexity: { url: "/chat/completions", body: '{"model":"sonar","messages":[]}' },
  bedrock: {
    url: "/model/amazon.nova-micro-v1%3A0/converse",
    body: '{"messages":[]}',
    carrier: "bedrock",
  },
};

const callOf = (site: Site, { provider, key, settings }: TestedCredential): HttpCall => {
  const base = site.url(settings);
  const headers = {
    accept: "application/json",
    ...(provider === "anthropic" && { "anthropic-version": "2023-06-01" }),
    ...(key !== "" && site.auth(key)),
  };
  const guarded = site.guarded && { guarded: site.guarded };
  const empty = emptyRequests[provider];
  if (!empty) return { method: "GET", url: `${base}${listPathOf(provider)}`, headers, ...guarded };
  const json = { ...headers, "content-type": "application/json" };
  return { method: "POST", ...empty, url: `${base}${empty.url}`, headers: json, ...guarded };
};

/** A provider that answers keys with 400 says so by a word of its own. */
const namesTheKey = (body: string): boolean =>
  /api[ _-]?key|unauthori[sz]ed|security token/i.test(JSON.stringify(parseJson(body) ?? ""));

const judge = (provider: ProviderId, status: number, body: string): CredentialTest => {
  const failed = (code: "refused" | "failed", message: string): CredentialTest => ({
    ok: false,
    code,
    status,
    message: `${provider} ${message} (${status})`,
  });
  if (status >= 200 && status < 300) return { ok: true };
  if (status === 401 || status === 403) return failed("refused", "refused the key");
  if (status === 400 || status === 422) {
    if (namesTheKey(body)) return failed("refused", "refused the key");
    if (emptyRequests[provider]) return { ok: true };
  }
  // Too many requests: of somebody whom the provider knows.
  if (status === 429) return { ok: true };
  return failed("failed", "did not say whether the key is right");
};

/**
 * Asks a provider whether it takes a key, by a call that costs nothing. Never throws, and its message
 * never holds the key: it quotes nothing that the provider said.
 */
export const testCredential = async (
  credential: TestedCredential,
  { upstream, siteOf, signal }: CredentialTestParts,
): Promise<CredentialTest> => {
  const { provider } = credential;
  const site = siteOf(provider);
  if (!site) {
    return { ok: false, code: "not_testable", message: `${provider} can't be called yet` };
  }
  try {
    const answer = await upstream(callOf(site, credential), signal);
    const body = (await collect(answer.body, () => true)).toString("utf8");
    return judge(provider, answer.status, body);
  } catch (error) {
    const why = error instanceof UpstreamUnreachableError ? error.code : "no answer in time";
    return { ok: false, code: "unreachable", message: `${provider} can't be reached (${why})` };
  }
};
