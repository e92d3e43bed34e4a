import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { OrganizationId, RequestId } from "../../../core/ids";
import {
  type FeedbackStore,
  FeedbackStoreBusyError,
  type ScoredRequest,
} from "../../../core/ports/feedback-store";
import { type CountedScore, countScore } from "../../../core/routing/feedback-ledger";
import { createGroupCommit } from "../group-commit";
import {
  fromCounted,
  fromLedger,
  ledgerKey,
  scoreKey,
  toCounted,
  toLedger,
  versionOf,
} from "./feedback-items";

export type FeedbackParts = {
  readonly client: DynamoDBClient;
  /** The `access` table. */
  readonly tableName: string;
  /** In [0, 1). */
  readonly random: () => number;
  readonly sleep: (delayMs: number) => Promise<unknown>;
};

/** A transaction takes 100 items; one of them is the ledger. */
const scoresAtOnce = 80;
/** Each failed write means that another process wrote; so many in a row are given up. */
const mostTries = 10;
const longestDelayMs = 500;
/** A request can be scored for 30 days; what was counted is kept a little longer. */
const keptMs = 31 * 86_400_000;

type Item = Record<string, AttributeValue>;

const readItems = async (
  { client, tableName }: FeedbackParts,
  keys: readonly Item[],
): Promise<((key: Item) => Item | undefined) | undefined> => {
  const { Responses, UnprocessedKeys } = await client.send(
    new BatchGetItemCommand({
      RequestItems: { [tableName]: { ConsistentRead: true, Keys: [...keys] } },
    }),
  );
  if (UnprocessedKeys?.[tableName]) return undefined;
  const bySk = new Map((Responses?.[tableName] ?? []).map((item) => [item.sk?.S, item]));
  return (key) => bySk.get(key.sk?.S);
};

/** Counts the scores one after the other; of each request the last one is left. */
const countAll = (
  organization: OrganizationId,
  scored: readonly ScoredRequest[],
  find: (key: Item) => Item | undefined,
) => {
  let ledger = toLedger(find(ledgerKey(organization)));
  const counted = new Map<RequestId, { readonly score: CountedScore; readonly at: number }>();
  for (const one of scored) {
    const { request, at } = one;
    const earlier = counted.get(request)?.score ?? toCounted(find(scoreKey(organization, request)));
    const next = countScore(ledger, one, earlier);
    ledger = next.ledger;
    counted.set(request, { score: next.counted, at });
  }
  return { ledger, counted };
};

/** One try: false where another process wrote in between, or the table is throttled. */
const attempt = async (
  parts: FeedbackParts,
  organization: OrganizationId,
  scored: readonly ScoredRequest[],
): Promise<boolean> => {
  const { client, tableName: TableName } = parts;
  const requests = [...new Set(scored.map(({ request }) => request))];
  const keys = [ledgerKey(organization), ...requests.map((id) => scoreKey(organization, id))];
  const find = await readItems(parts, keys);
  if (find === undefined) return false;
  const { ledger, counted } = countAll(organization, scored, find);
  const version = versionOf(find(ledgerKey(organization)));
  // Whoever writes a score writes the ledger too, so its version guards them all.
  const ledgerPut = {
    Put: {
      TableName,
      Item: fromLedger(organization, ledger, version + 1),
      ...(version === 0
        ? { ConditionExpression: "attribute_not_exists(pk)" }
        : {
            ConditionExpression: "version = :version",
            ExpressionAttributeValues: { ":version": { N: String(version) } },
          }),
    },
  };
  const scorePuts = [...counted].map(([request, { score, at }]) => ({
    Put: { TableName, Item: fromCounted(organization, request, score, at + keptMs) },
  }));
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: [ledgerPut, ...scorePuts] }));
    return true;
  } catch (error) {
    if (error instanceof TransactionCanceledException) return false;
    throw error;
  }
};

const countBatch = async (
  parts: FeedbackParts,
  organization: OrganizationId,
  scored: readonly ScoredRequest[],
): Promise<void> => {
  for (let tries = 1; !(await attempt(parts, organization, scored)); tries += 1) {
    if (tries >= mostTries) {
      throw new FeedbackStoreBusyError(
        `the access table did not take ${scored.length} scores in ${tries} tries; send them again later`,
      );
    }
    await parts.sleep(parts.random() * Math.min(longestDelayMs, 20 * 2 ** tries));
  }
};

type Outcome = { readonly error?: Error };

/**
 * Feedback in the `access` table. An organization's scores are counted under its ledger's version,
 * so that none is lost or counted twice; those of one process share a transaction.
 */
export const createDynamoFeedbackStore = (parts: FeedbackParts): FeedbackStore => {
  const settle = async (
    organization: OrganizationId,
    scored: readonly ScoredRequest[],
    outcomes: Map<ScoredRequest, Outcome>,
  ) => {
    for (let first = 0; first < scored.length; first += scoresAtOnce) {
      const batch = scored.slice(first, first + scoresAtOnce);
      const outcome = await countBatch(parts, organization, batch).then(
        (): Outcome => ({}),
        (error: unknown): Outcome => ({ error: error as Error }),
      );
      for (const one of batch) outcomes.set(one, outcome);
    }
  };

  const commit = createGroupCommit<ScoredRequest, Outcome>(async (batch) => {
    const outcomes = new Map<ScoredRequest, Outcome>();
    const organizations = [...new Set(batch.map(({ organization }) => organization))];
    await Promise.all(
      organizations.map((organization) => {
        const own = batch.filter((one) => one.organization === organization);
        return settle(organization, own, outcomes);
      }),
    );
    return batch.map((one) => outcomes.get(one) ?? {});
  });

  return {
    async score(scored) {
      const { error } = await commit({ ...scored });
      if (error !== undefined) throw error;
    },
  };
};
