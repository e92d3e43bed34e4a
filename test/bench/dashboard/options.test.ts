import { readOptions } from "../../../bench/dashboard/options";

test("all screens behind the sign-in are measured unless some are named", () => {
  const names = readOptions([])?.screens.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["overview", "requests", "routing", "settings"]));
  expect(names).not.toContain("sign-in");
  expect(readOptions(["--only", "keys"])?.screens).toMatchObject([{ name: "keys" }]);
});

test.each([
  { args: ["--only", "sign-in"], problem: /no screen "sign-in" behind the sign-in/ },
  { args: ["--rounds", "0"], problem: /--rounds can't be "0"/ },
  { args: ["--round", "3"], problem: /--round/ },
])("$args is told", ({ args, problem }) => {
  expect(() => readOptions(args)).toThrow(problem);
});
