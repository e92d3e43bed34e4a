import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { UsageEvent } from "../../core/usage/usage-event";
import { type CsvNames, csvColumns } from "./csv-columns";

async function* cellsOf(events: AsyncIterable<UsageEvent>, names: CsvNames) {
  for await (const event of events) yield csvColumns.map(([, cell]) => cell(event, names));
}

/**
 * Requests as CSV (RFC 4180): a header, then a row each. Events are asked for as the reader takes
 * the text, so that a file of any length needs the memory of one page; where they fail the stream
 * fails, and does not end.
 */
export const csvStream = (events: AsyncIterable<UsageEvent>, names: CsvNames): Readable => {
  const columns = csvColumns.map(([name]) => name);
  const csv = stringify({ header: true, columns, record_delimiter: "windows" });
  // What fails is told by the stream itself.
  return pipeline(Readable.from(cellsOf(events, names)), csv, () => undefined);
};
