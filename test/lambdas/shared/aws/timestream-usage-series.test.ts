import {
  RejectedRecordsException,
  ThrottlingException,
  TimestreamWriteClient,
  WriteRecordsCommand,
} from "@aws-sdk/client-timestream-write";
import { mockClient } from "aws-sdk-client-mock";
import type { PicoUsd } from "../../../../core/money/amounts";
import { UsageSeriesRejection } from "../../../../core/ports/usage-series";
import { createTimestreamUsageSeries } from "../../../../lambdas/shared/aws/timestream-usage-series";
import { usageEvent } from "../../../contracts/usage-event-arbitrary";

const at = Date.parse("2026-11-24T13:04:05.678Z");
const client = mockClient(TimestreamWriteClient);
const series = createTimestreamUsageSeries(new TimestreamWriteClient({ region: "us-east-1" }), {
  database: "smashcost",
  table: "usage",
});
const events = (count: number) => Array.from({ length: count }, (_, n) => usageEvent({ at }, n));
const sent = () => client.commandCalls(WriteRecordsCommand).map(({ args }) => args[0].input);

const rejection = (RejectedRecords?: { ExistingVersion?: number; Reason?: string }[]) =>
  new RejectedRecordsException({ $metadata: {}, message: "rejected", RejectedRecords });

beforeEach(() => {
  client.reset();
  client.on(WriteRecordsCommand).resolves({});
});

describe("the Timestream series", () => {
  test("sends at most 100 records a call, each event once", async () => {
    await series.append(events(250));
    expect(sent().map(({ Records }) => Records?.length)).toEqual([100, 100, 50]);
    const ids = sent()
      .flatMap(({ Records }) => Records ?? [])
      .map(({ Dimensions }) => Dimensions?.find(({ Name }) => Name === "request_id")?.Value);
    expect(ids).toEqual(events(250).map(({ id }) => id));
  });

  test("sends nothing for nothing", async () => {
    await series.append([]);
    expect(sent()).toEqual([]);
  });

  test("leaves out what is absent, empty or unknown, and cuts what is too long", async () => {
    const tags = { customer: "", feature: "x".repeat(500) };
    await series.append([usageEvent({ at, cost: null, saved: -5 as PicoUsd, tags })]);
    const [record] = sent()[0]?.Records ?? [];
    const dimensions = new Map(record?.Dimensions?.map(({ Name, Value }) => [Name, Value]));
    const measures = new Map(record?.MeasureValues?.map(({ Name, Value }) => [Name, Value]));
    expect(record?.Time).toBe(String(at));
    expect(dimensions.has("customer")).toBe(false);
    expect(dimensions.has("task")).toBe(false);
    expect(dimensions.get("feature")).toHaveLength(128);
    expect(measures.has("cost_pico_usd")).toBe(false);
    expect(measures.get("saved_pico_usd")).toBe("-5");
    expect(measures.get("latency_ms")).toBe("100");
  });

  test("takes a record that is there already for written", async () => {
    client.on(WriteRecordsCommand).rejects(rejection([{ ExistingVersion: 1 }]));
    await expect(series.append(events(2))).resolves.toBeUndefined();
  });

  test("tells of refused records, after the others were sent", async () => {
    client
      .on(WriteRecordsCommand)
      .rejectsOnce(rejection([{ ExistingVersion: 1 }, { Reason: "outside the retention" }]));
    const appended = series.append(events(150));
    await expect(appended).rejects.toThrow(UsageSeriesRejection);
    await expect(appended).rejects.toThrow(/refused 1 of 150 .*outside the retention/);
    expect(sent()).toHaveLength(2);
  });

  test("does not take a rejection that names no records for success", async () => {
    client.on(WriteRecordsCommand).rejects(rejection());
    await expect(series.append(events(1))).rejects.toThrow(RejectedRecordsException);
  });

  test("passes on an error that may pass", async () => {
    client
      .on(WriteRecordsCommand)
      .rejects(new ThrottlingException({ $metadata: {}, message: "slow down", Message: "" }));
    await expect(series.append(events(1))).rejects.toThrow("slow down");
  });
});
