import { readFileSync } from "node:fs";
import { eventPattern } from "../../../../frontend/src/pages/alerts/event-pattern";

test("the pattern to copy is the one that the document gives", () => {
  const [, documented = ""] =
    /A rule for the events:\s+```json\s+([\s\S]+?)```/.exec(
      readFileSync("docs/alerts.md", "utf8"),
    ) ?? [];
  expect(JSON.parse(eventPattern("smashcost"))).toEqual(JSON.parse(documented));
});
