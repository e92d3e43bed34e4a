import { type Greeting, greeting } from "../../local/greeting";

const greeted: Greeting = {
  url: "http://127.0.0.1:4000",
  gatewayUrl: "http://127.0.0.1:4000/v1",
  apiKey: "sc_live_abc",
  email: "you@localhost",
  password: "a-password",
  dataDir: "/data",
  apiKeys: {},
  baseUrls: {},
};

const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");

test("the dashboard's address comes first, and how to sign in to it", () => {
  const [, dashboard] = linesOf(greeting(greeted));
  expect(dashboard).toBe("Dashboard http://127.0.0.1:4000");
  expect(greeting(greeted)).toMatch(/^Sign in +you@localhost +a-password$/m);
});

test("of a provider's key only the last four characters are shown", () => {
  const text = greeting({ ...greeted, apiKeys: { openai: "sk-secret-1234" } });
  expect(text).toContain("openai: the key ending in 1234");
  expect(text).not.toContain("sk-secret");
});
