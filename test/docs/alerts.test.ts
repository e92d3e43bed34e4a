import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { alertEventDetail, alertEventSource, alertEventTypes } from "../../core/alerts/alert-event";

const page = readFileSync(join(__dirname, "../../docs/alerts.md"), "utf8");
const blocks = [...page.matchAll(/```json\n([\s\S]*?)\n```/g)].map(
  ([, text = ""]) => JSON.parse(text) as Record<string, unknown>,
);

test("the page's schema is that of the events", () => {
  expect(blocks[1]).toEqual(z.toJSONSchema(alertEventDetail));
});

test("the page's rule and table name the source and the kinds of events that there are", () => {
  expect(blocks[0]?.source).toEqual([alertEventSource]);
  expect(alertEventTypes).toEqual(expect.arrayContaining(blocks[0]?.["detail-type"] as string[]));
  for (const type of alertEventTypes) expect(page).toContain(`\`${type}\``);
});
