import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { UsageError } from "./options";

/** Where requests go, and in whose name. */
export type Destination = {
  /** Ends in `/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
};

const localSchema = z.object({ gatewayUrl: z.url(), apiKey: z.string().min(1) });

const readLocal = async (path: string) => {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    throw new UsageError(
      `can't read ${path}; start SmashCost with npm start, or set SMASHCOST_URL and SMASHCOST_API_KEY`,
    );
  }
  try {
    return localSchema.parse(JSON.parse(text));
  } catch {
    throw new UsageError(`${path} lacks a gatewayUrl or an apiKey; start SmashCost again`);
  }
};

const withVersion = (url: string): string => {
  if (!URL.canParse(url)) {
    throw new UsageError(
      `SMASHCOST_URL can't be "${url}"; give a URL such as http://127.0.0.1:4000/v1`,
    );
  }
  return `${url.replace(/\/+$/, "").replace(/\/v1$/, "")}/v1`;
};

/**
 * The gateway that the environment names, otherwise the one that runs on this machine.
 *
 * @param env - `SMASHCOST_URL` and `SMASHCOST_API_KEY` win, each for itself.
 * @throws UsageError where neither says enough.
 */
export const findDestination = async (
  dataDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Destination> => {
  const { SMASHCOST_URL: url, SMASHCOST_API_KEY: key } = env;
  if (url && key) return { baseUrl: withVersion(url), apiKey: key };
  const local = await readLocal(join(dataDir, "local.json"));
  return {
    baseUrl: url ? withVersion(url) : local.gatewayUrl.replace(/\/+$/, ""),
    apiKey: key ?? local.apiKey,
  };
};
