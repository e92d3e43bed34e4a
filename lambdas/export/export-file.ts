import type { Readable } from "node:stream";
import { keyNames } from "../../core/keys/key-names";
import type { AccessStore } from "../../core/ports/access-store";
import type { ExportLink, ExportLinks } from "../../core/ports/export-links";
import type { Log } from "../../core/ports/log";
import type { Registry } from "../../core/ports/registry";
import type { UsageReader } from "../../core/ports/usage-store";
import { localTime } from "../../core/usage/local-time";
import { eachRequest } from "../../core/usage/query/find-requests";
import { requestFilter } from "../../core/usage/request-filter";
import type { UsageEvent } from "../../core/usage/usage-event";
import { readSettings } from "../shared/read-settings";
import { tokenHash } from "../shared/token-hash";
import { csvStream } from "./csv-stream";

export type ExportDeps = {
  readonly links: Pick<ExportLinks, "find">;
  readonly usage: Pick<UsageReader, "requests">;
  readonly registry: Pick<Registry, "listKeys">;
  readonly access: Pick<AccessStore, "read">;
  readonly log: Log;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

export type FileAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Readable;
};

const common = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

const plain = (status: number, body: string): FileAnswer => ({
  status,
  headers: { ...common, "content-type": "text/plain; charset=utf-8" },
  body,
});

const gone = (): FileAnswer =>
  plain(404, "This link is no good, or no more: it is good for one minute. Export again.\n");

/** The same for an unknown token and for one whose minute is over. */
const redeem = async (
  path: string,
  { links, now }: ExportDeps,
): Promise<ExportLink | undefined> => {
  const token = /^\/api\/exports\/([\w-]{43})\.csv$/.exec(path)?.[1];
  const link = token === undefined ? undefined : await links.find(tokenHash(token));
  return link && now() < link.expiresAt ? link : undefined;
};

/** All that match, newest first as on the screen; a failure is told to the log and to the stream. */
async function* eventsOf(
  { organization, from, to, filters }: ExportLink,
  { usage, log }: ExportDeps,
): AsyncGenerator<UsageEvent> {
  const matches = requestFilter(filters);
  try {
    for await (const event of eachRequest(usage, { organization, from, to })) {
      if (matches(event)) yield event;
    }
  } catch (error) {
    log.error("a file of requests broke off", { organization, reason: String(error) });
    throw error;
  }
}

/** `smashcost-requests-2026-11-23-2026-11-24.csv`, by the organization's days. */
const fileName = ({ from, to }: ExportLink, timeZone: string): string => {
  const [first, last] = [from, to - 1].map((at) => localTime(timeZone, at).slice(0, 10));
  return `smashcost-requests-${first ?? ""}-${last ?? ""}.csv`;
};

/** What a link leads to: the file, as it is written. */
export const exportFile = async (
  method: string,
  path: string,
  deps: ExportDeps,
): Promise<FileAnswer> => {
  if (method !== "GET") return { ...plain(405, "A file is only read: use GET.\n") };
  const link = await redeem(path, deps);
  if (!link) return gone();
  const [{ timeZone }, keys] = await Promise.all([
    readSettings(deps.access, link.organization),
    deps.registry.listKeys(link.organization),
  ]);
  return {
    status: 200,
    headers: {
      ...common,
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName(link, timeZone)}"`,
    },
    body: csvStream(eventsOf(link, deps), { timeZone, keyName: keyNames(keys) }),
  };
};
