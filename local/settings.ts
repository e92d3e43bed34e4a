import { resolve } from "node:path";
import { z } from "zod";
import { type ProviderId, providerIds } from "../core/catalog/provider-id";
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
  /** `TIMEOUT_*` as the gateway reads them. */
  readonly timeouts: Readonly<Record<string, string>>;
};

/** A setting that can't be used; the message says which, and the way out. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

const portSchema = z.coerce.number().int().min(0).max(65_535);
const urlSchema = z.url({ protocol: /^https?$/ });
const millisecondsSchema = z.coerce.number().int().positive();

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

const timeoutNames = ["FIRST_TOKEN", "SILENCE", "TOTAL"].map((kind) => `TIMEOUT_${kind}_MS`);

/** @throws SettingError naming the variable. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const baseUrls = byProvider(environment, "BASE_URL").map(({ provider, name, value }) => [
    provider,
    read(name, value, urlSchema, "use an address such as http://127.0.0.1:9100/v1"),
  ]);
  const timeouts = timeoutNames.flatMap((name) => {
    const value = environment[`SMASHCOST_${name}`];
    if (value === undefined || value === "") return [];
    read(`SMASHCOST_${name}`, value, millisecondsSchema, "use whole milliseconds above 0");
    return [[name, value]];
  });
  return {
    port: read("PORT", environment["PORT"] ?? "4000", portSchema, "use a port from 1 to 65535"),
    dataDir: resolve(environment["SMASHCOST_DATA_DIR"] ?? ".smashcost"),
    pace: paceOf(environment["SMASHCOST_SANDBOX_PACE"] ?? "realistic"),
    baseUrls: Object.fromEntries(baseUrls) as Settings["baseUrls"],
    apiKeys: Object.fromEntries(
      byProvider(environment, "API_KEY").map(({ provider, value }) => [provider, value]),
    ) as Settings["apiKeys"],
    timeouts: Object.fromEntries(timeouts) as Settings["timeouts"],
  };
};
