import {
  type RejectedRecord,
  RejectedRecordsException,
  type TimestreamWriteClient,
  WriteRecordsCommand,
} from "@aws-sdk/client-timestream-write";
import { type UsageSeries, UsageSeriesRejection } from "../../../core/ports/usage-series";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { timestreamRecordOf } from "./timestream-record";

export type TimestreamTable = { readonly database: string; readonly table: string };

/**
 * The most that one call takes.
 *
 * @see https://docs.aws.amazon.com/timestream/latest/developerguide/API_WriteRecords.html
 * (read 2026-11-24)
 */
const recordsPerCall = 100;

// All events have one version, so that a repeated one is either taken as equal or turned away
// with the version that is there: both mean that the series has it.
const isDuplicate = ({ ExistingVersion }: RejectedRecord): boolean => ExistingVersion !== undefined;

const write = async (
  client: TimestreamWriteClient,
  { database, table }: TimestreamTable,
  events: readonly UsageEvent[],
): Promise<readonly RejectedRecord[]> => {
  try {
    await client.send(
      new WriteRecordsCommand({
        DatabaseName: database,
        TableName: table,
        CommonAttributes: {
          MeasureName: "request",
          MeasureValueType: "MULTI",
          TimeUnit: "MILLISECONDS",
          Version: 1,
        },
        Records: events.map(timestreamRecordOf),
      }),
    );
    return [];
  } catch (error) {
    if (!(error instanceof RejectedRecordsException)) throw error;
    const rejected = error.RejectedRecords ?? [];
    // Without a list there is no telling what was taken.
    if (rejected.length === 0) throw error;
    return rejected.filter((record) => !isDuplicate(record));
  }
};

/** A Timestream for LiveAnalytics table as a series, one record a request. */
export const createTimestreamUsageSeries = (
  client: TimestreamWriteClient,
  target: TimestreamTable,
): UsageSeries => ({
  async append(events) {
    const rejected: RejectedRecord[] = [];
    for (let first = 0; first < events.length; first += recordsPerCall) {
      rejected.push(...(await write(client, target, events.slice(first, first + recordsPerCall))));
    }
    if (rejected.length === 0) return;
    throw new UsageSeriesRejection(
      `timestream refused ${rejected.length} of ${events.length} records: ` +
        `${rejected[0]?.Reason ?? "no reason given"}; check the table's retention and limits`,
    );
  },
});
