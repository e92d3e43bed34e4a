import { execFileSync } from "node:child_process";

type Sizes = { readonly initial: number; readonly lazy: Readonly<Record<string, number>> };

const most = 90_000;

describe("the dashboard's JavaScript", () => {
  const sizes = JSON.parse(
    execFileSync(process.execPath, ["scripts/website-size.mjs"], { encoding: "utf8" }),
  ) as Sizes;

  test("that every page loads is at most 90 kB gzipped", () => {
    expect(sizes.initial).toBeLessThanOrEqual(most);
  });

  test("of charts and of the sign-in comes only where it is needed", () => {
    expect(sizes.lazy["sign-in-service"]).toBeGreaterThan(10_000);
    const pages = Object.keys(sizes.lazy).filter((name) => name.endsWith("-page"));
    expect(pages).toEqual(expect.arrayContaining(["overview-page", "requests-page"]));
  });
});
