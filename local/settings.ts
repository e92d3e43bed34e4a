import { resolve } from "node:path";
import * as z from "zod";
import { parseCredential } from "../core/catalog/credential-fields";
import { type ProviderId, providerIds } from "../core/catalog/provider-id";
import type { CredentialSettings } from "../core/ports/access-store";
import { type Pace, parsePace } from "./sandbox/pace";

/** What `npm start` is told by its environment. */
export type Settings = {
  /** 0: any free one. */
  readonly port: number;
  readonly dataDir: string;
  readonly pace: Pace;
  /** Providers at another address than their own: test upstreams. */
  readonly baseUrls: Partial<Record<ProviderId, string>>;
  /** Providers' keys, to be sealed as the first organization's credentials. */
  readonly apiKeys: Partial<Record<ProviderId, string>>;
  /** What their accounts take beside a key. */
  readonly accounts: Partial<Record<ProviderId, CredentialSettings>>;
  /** `TIMEOUT_*` as the gateway reads them. */
  readonly timeouts: Readonly<Record<string, string>>;
};

/** A setting that can't be used; the message says which, and the way out. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

const portSchema = z.coerce.number().int().min(0).max(65_535);
const urlSchema = z.url({ protocol: /^https?$/ });
const millisecondsSchema = z.coerce.number().int().positive().max(500_000_000);

const read = <T>(name: string, text: string, schema: z.ZodType<T>, wayOut: string): T => {
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new SettingError(`${name} is '${text}'; ${wayOut}`);
};

const paceOf = (text: string): Pace => {
  try {
    return parsePace(text);
  } catch (error) {
    throw new SettingError(`SMASHCOST_SANDBOX_PACE: ${String(error)}`);
  }
};

const byProvider = (environment: NodeJS.ProcessEnv, suffix: string) =>
  providerIds.flatMap((provider) => {
    const name = `SMASHCOST_${provider.toUpperCase()}_${suffix}`;
    const value = environment[name];
    return value === undefined || value === "" ? [] : [{ provider, name, value }];
  });

const baseUrlsOf = (environment: NodeJS.ProcessEnv): Settings["baseUrls"] => {
  const urls: Partial<Record<ProviderId, string>> = {};
  for (const { provider, name, value } of byProvider(environment, "BASE_URL")) {
    // A custom provider has no other address; only a private one is called past the guard.
    if (provider === "custom" && !allowsPrivate(environment)) continue;
    urls[provider] = read(
      name,
      value,
      urlSchema,
      "use an address such as http://127.0.0.1:9100/v1",
    );
  }
  return urls;
};

const apiKeysOf = (environment: NodeJS.ProcessEnv): Settings["apiKeys"] => {
  const keys: Partial<Record<ProviderId, string>> = {};
  for (const { provider, value } of byProvider(environment, "API_KEY")) keys[provider] = value;
  return keys;
};

/** The variables of an account's fields; a custom provider's address is one of them. */
export const accountVariables = [
  { provider: "azure", field: "resource", name: "SMASHCOST_AZURE_RESOURCE" },
  { provider: "bedrock", field: "region", name: "SMASHCOST_BEDROCK_REGION" },
  { provider: "custom", field: "baseUrl", name: "SMASHCOST_CUSTOM_BASE_URL" },
] as const;

/** Whether whoever runs this machine lets their custom provider be on it, or on its network. */
const allowsPrivate = (environment: NodeJS.ProcessEnv): boolean =>
  environment.SMASHCOST_ALLOW_PRIVATE_ADDRESSES === "true";

const accountsOf = (environment: NodeJS.ProcessEnv): Settings["accounts"] => {
  const accounts: Partial<Record<ProviderId, CredentialSettings>> = {};
  for (const { provider, field, name } of accountVariables) {
    const value = environment[name];
    if (value === undefined || value === "") continue;
    // A private address is called as test upstreams are, and kept as it is.
    if (provider === "custom" && allowsPrivate(environment)) {
      accounts[provider] = { baseUrl: value };
      continue;
    }
    try {
      // Azure's key is its own variable's affair.
      const key = provider === "azure" ? { key: "given-elsewhere" } : {};
      accounts[provider] = parseCredential(provider, { ...key, [field]: value }).settings ?? {};
    } catch (error) {
      const local = provider === "custom" ? " (or SMASHCOST_ALLOW_PRIVATE_ADDRESSES=true)" : "";
      throw new SettingError(`${name}: ${(error as Error).message}${local}`);
    }
  }
  return accounts;
};

const timeoutsOf = (environment: NodeJS.ProcessEnv): Settings["timeouts"] => {
  const timeouts: Record<string, string> = {};
  for (const name of ["TIMEOUT_FIRST_TOKEN_MS", "TIMEOUT_SILENCE_MS", "TIMEOUT_TOTAL_MS"]) {
    const value = environment[`SMASHCOST_${name}`];
    if (value === undefined || value === "") continue;
    read(`SMASHCOST_${name}`, value, millisecondsSchema, "use whole milliseconds above 0");
    timeouts[name] = value;
  }
  return timeouts;
};

/** @throws SettingError naming the variable, its value and the way out. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => ({
  port: read("PORT", environment.PORT ?? "4000", portSchema, "use a port from 1 to 65535"),
  dataDir: resolve(environment.SMASHCOST_DATA_DIR ?? ".smashcost"),
  pace: paceOf(environment.SMASHCOST_SANDBOX_PACE ?? "realistic"),
  baseUrls: baseUrlsOf(environment),
  apiKeys: apiKeysOf(environment),
  accounts: accountsOf(environment),
  timeouts: timeoutsOf(environment),
});
