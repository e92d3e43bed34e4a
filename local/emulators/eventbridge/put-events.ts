import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Log } from "../../../core/ports/log";
import { accountId, region } from "../names";
import { type Operation, operation } from "../operation";
import type { SendToTarget } from "../targets";
import { parseEventPattern } from "./event-pattern";
import { matchesPattern } from "./matches-pattern";
import { busSchema } from "./rule-operations";
import type { RuleStore } from "./rule-store";

const entrySchema = z.object({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  /** Seconds since 1970 UTC. */
  Time: z.number().optional(),
  Resources: z.array(z.string()).default([]),
  EventBusName: busSchema,
});

type Entry = z.output<typeof entrySchema>;
type Refusal = { readonly ErrorCode: string; readonly ErrorMessage: string };

const refuse = (ErrorCode: string, ErrorMessage: string): Refusal => ({ ErrorCode, ErrorMessage });

const detailSchema = z.record(z.string(), z.unknown());

const parseDetail = (text: string): Record<string, unknown> | undefined => {
  try {
    return detailSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** The event as rules and targets see it, or why there is none. */
const toEvent = (entry: Entry, now: number) => {
  const { Source, DetailType, Detail } = entry;
  if (!Source) return refuse("InvalidArgument", "Parameter Source is not valid. Reason: required");
  if (!DetailType) {
    return refuse("InvalidArgument", "Parameter DetailType is not valid. Reason: required");
  }
  const detail = Detail === undefined ? undefined : parseDetail(Detail);
  if (!detail) return refuse("MalformedDetail", "Detail is malformed.");
  const at = new Date(entry.Time === undefined ? now : entry.Time * 1000);
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": DetailType,
    source: Source,
    account: accountId,
    time: at.toISOString().replace(/\.\d{3}Z$/, "Z"),
    region,
    resources: entry.Resources,
    detail,
  };
};

type BusEvent = Exclude<ReturnType<typeof toEvent>, Refusal>;

/**
 * PutEvents: answered once every queue that a rule names has the event. A target that fails takes
 * nothing from the others, nor from the caller.
 */
export const putEvents = (
  store: RuleStore,
  send: SendToTarget,
  now: () => number,
  log: Log | undefined,
): Operation => {
  const deliver = async (rule: string, arn: string, payload: unknown): Promise<void> => {
    try {
      await send(arn, payload);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log?.warn("an event did not reach a target", { rule, target: arn, message });
    }
  };
  const route = async (event: BusEvent): Promise<void> => {
    const matching = store
      .all()
      .filter(
        ({ state, pattern }) =>
          state === "ENABLED" && matchesPattern(event, parseEventPattern(pattern)),
      );
    const deliveries = matching.flatMap((rule) =>
      Object.values(rule.targets).map(({ arn, input }) =>
        deliver(rule.name, arn, input === undefined ? event : JSON.parse(input)),
      ),
    );
    await Promise.all(deliveries);
  };
  return operation(
    z.object({ Entries: z.array(entrySchema).min(1).max(10) }),
    async ({ Entries }) => {
      const results = Entries.map((entry) => toEvent(entry, now()));
      await Promise.all(results.flatMap((each) => ("ErrorCode" in each ? [] : [route(each)])));
      return {
        FailedEntryCount: results.filter((each) => "ErrorCode" in each).length,
        Entries: results.map((each) => ("ErrorCode" in each ? each : { EventId: each.id })),
      };
    },
  );
};
