import { RequestError } from "../../../core/errors";
import { readTags } from "../../../lambdas/gateway/tags";

const read = (headers: Record<string, string>) =>
  readTags(
    {
      method: "POST",
      path: "/",
      headers,
      body: Buffer.alloc(0),
      signal: new AbortController().signal,
    },
    "production",
  );
const tag = (name: string) => `x-smashcost-tag-${name}`;
const latin1 = (text: string) => Buffer.from(text, "utf8").toString("latin1");
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [tag(`t${n}`), "v"]));

describe("tags", () => {
  test.each([
    { name: "none but the environment", headers: {}, tags: {} },
    {
      name: "customer and feature",
      headers: { [tag("customer")]: "acme", [tag("feature")]: "chat" },
      tags: { customer: "acme", feature: "chat" },
    },
    {
      name: "spaces around are taken off",
      headers: { [tag("customer")]: "  acme " },
      tags: { customer: "acme" },
    },
    { name: "an empty one is none", headers: { [tag("customer")]: " " }, tags: {} },
    {
      name: "UTF-8 bytes in a Latin-1 header",
      headers: { [tag("customer")]: latin1("Zürich 漢🚀") },
      tags: { customer: "Zürich 漢🚀" },
    },
    {
      name: "text that the shell has decoded",
      headers: { [tag("customer")]: "漢字" },
      tags: { customer: "漢字" },
    },
    {
      name: "Latin-1 that is no UTF-8",
      headers: { [tag("customer")]: "Zürich" },
      tags: { customer: "Zürich" },
    },
    {
      name: "128 characters, however many bytes",
      headers: { [tag("customer")]: latin1("🚀".repeat(128)) },
      tags: { customer: "🚀".repeat(128) },
    },
    {
      name: "ten",
      headers: many(10),
      tags: Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`t${n}`, "v"])),
    },
    { name: "the environment is the key's", headers: { [tag("environment")]: "mine" }, tags: {} },
    { name: "other headers are no tags", headers: { "x-tag-customer": "a" }, tags: {} },
  ])("$name", ({ headers, tags }) => {
    expect(read(headers)).toEqual({ ...tags, environment: "production" });
  });

  test.each([
    {
      name: "129 characters",
      headers: { [tag("customer")]: "s".repeat(129) },
      param: tag("customer"),
    },
    {
      name: "a name of 129 characters",
      headers: { [tag("n".repeat(129))]: "v" },
      param: tag("n".repeat(129)),
    },
    { name: "no name", headers: { [tag("")]: "v" }, param: tag("") },
    {
      name: "control characters",
      headers: { [tag("customer")]: "s\u0007s" },
      param: tag("customer"),
    },
    { name: "eleven", headers: many(11), param: "x-smashcost-tag-*" },
  ])("$name are refused by the header's name alone", ({ headers, param }) => {
    let error: unknown;
    try {
      read(headers);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({ status: 400, code: "invalid_tag", param });
    expect((error as Error).message).not.toContain("sss");
  });
});
