import { readOptions } from "../../../scripts/screenshots/options";
import { screens } from "../../../scripts/screenshots/screens";
import { UsageError } from "../../../scripts/shared/usage-error";

test("every screen is photographed unless some are named, in the order in which they are", () => {
  expect(readOptions([])).toMatchObject({ screens, dataDir: undefined });
  const options = readOptions(["--only", "keys,sign-in"]);
  expect(options).toMatchObject({ screens: [{ name: "keys" }, { name: "sign-in" }] });
});

test.each([
  ["--only", "kyes"],
  ["--onyl", "keys"],
])("%s %s is told with what there is", (...args) => {
  expect(() => readOptions(args)).toThrow(UsageError);
});

test("no two screens have a picture of one name", () => {
  expect(new Set(screens.map(({ name }) => name)).size).toBe(screens.length);
});
