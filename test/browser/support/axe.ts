import { type AxeResults, type RunOptions, source } from "axe-core";
import type { Page } from "playwright-core";

export type Accessible = {
  /** A selector: what is within it alone is looked at. @default the whole page */
  readonly within?: string;
  /** Rules that this page is held to not follow; say why where it is given. @default none */
  readonly without?: readonly string[];
};

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/**
 * What is wrong with a page by WCAG 2.2 A and AA and by good practice, so far as a machine can tell.
 *
 * @returns a line for each element: rule, what to do, which element.
 */
export const axeViolations = async (
  page: Page,
  { within, without = [] }: Accessible = {},
): Promise<readonly string[]> => {
  // Evaluated by the browser's debugger, which the page's policy does not hold back.
  await page.evaluate(source);
  const options: RunOptions = {
    runOnly: { type: "tag", values: tags },
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    resultTypes: ["violations"],
  };
  const what = within === undefined ? "document" : JSON.stringify(within);
  const call = `axe.run(${what}, ${JSON.stringify(options)})`;
  const { violations } = await page.evaluate<AxeResults>(call);
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) =>
        `${id} (${impact ?? "minor"}): ${help} | ${target.join(" ")} | ${failureSummary.replace(/\s+/g, " ")}`,
    ),
  );
};
