import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { OfferName } from "../../../core/catalog/offer";
import type { OrganizationId, RequestId } from "../../../core/ids";
import type { Feedback } from "../../../core/routing/feedback";
import {
  type CountedScore,
  cellName,
  type FeedbackCell,
  type FeedbackLedger,
  feedbackIn,
} from "../../../core/routing/feedback-ledger";
import { tasks } from "../../../core/routing/task";

/**
 * Feedback in the `access` table: partition `FEEDBACK#<organization>`, sort `LEDGER` for the sums and
 * `SCORE#<request>` for each counted score. The partition is not the organization's own, so that
 * who may write scores (the gateway) can be kept from writing keys and settings.
 */
type Item = Record<string, AttributeValue>;

const feedbackPk = (organization: OrganizationId) => ({ S: `FEEDBACK#${organization}` });

export const ledgerKey = (organization: OrganizationId) => ({
  pk: feedbackPk(organization),
  sk: { S: "LEDGER" },
});

export const scoreKey = (organization: OrganizationId, request: RequestId) => ({
  pk: feedbackPk(organization),
  sk: { S: `SCORE#${request}` },
});

const amount = z.number().nonnegative();
/** By offer and task: count, sum, since, used at. */
const cellsSchema = z.record(
  z.string(),
  z.partialRecord(z.enum(tasks), z.tuple([z.int().positive(), amount, amount, amount])),
);

type Cells = z.output<typeof cellsSchema>;

/** Sums that can't be read, as of a later version, are no reason to refuse requests: none are known. */
const cellsOf = (item: Item | undefined): Cells => {
  try {
    return cellsSchema.parse(JSON.parse(item?.json?.S ?? "{}"));
  } catch {
    return {};
  }
};

export const toLedger = (item: Item | undefined): FeedbackLedger => {
  const ledger = new Map<string, FeedbackCell>();
  for (const [offer, byTask] of Object.entries(cellsOf(item))) {
    for (const task of tasks) {
      const cell = byTask[task];
      if (cell === undefined) continue;
      const [count, sum, since, usedAt] = cell;
      const read = { offer: offer as OfferName, task, count, sum, since, usedAt };
      ledger.set(cellName(read), read);
    }
  }
  return ledger;
};

export const toFeedback = (item: Item | undefined): Feedback | undefined => {
  const ledger = toLedger(item);
  return ledger.size === 0 ? undefined : feedbackIn(ledger);
};

export const fromLedger = (
  organization: OrganizationId,
  ledger: FeedbackLedger,
  version: number,
): Item => {
  const cells: Cells = {};
  for (const { offer, task, count, sum, since, usedAt } of ledger.values()) {
    cells[offer] = { ...cells[offer], [task]: [count, sum, since, usedAt] };
  }
  return {
    ...ledgerKey(organization),
    version: { N: String(version) },
    json: { S: JSON.stringify(cells) },
  };
};

/** 0 where nothing was written yet. */
export const versionOf = (item: Item | undefined): number => Number(item?.version?.N ?? 0);

const countedSchema = z.object({
  score: z.object({ N: z.string().transform(Number) }),
  since: z.object({ N: z.string().transform(Number) }),
  place: z.object({ N: z.string().transform(Number) }),
});

export const toCounted = (item: Item | undefined): CountedScore | undefined => {
  if (item === undefined) return undefined;
  const { score, since, place } = countedSchema.parse(item);
  return { score: score.N, since: since.N, place: place.N };
};

/** @param expiresAt - milliseconds since 1970 UTC. */
export const fromCounted = (
  organization: OrganizationId,
  request: RequestId,
  { score, since, place }: CountedScore,
  expiresAt: number,
): Item => ({
  ...scoreKey(organization, request),
  score: { N: String(score) },
  since: { N: String(since) },
  place: { N: String(place) },
  expiresAtSeconds: { N: String(Math.ceil(expiresAt / 1_000)) },
});
