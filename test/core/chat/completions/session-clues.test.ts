import { parseChatRequest } from "../../../../core/chat/completions/parse-request";
import { sessionCluesOf } from "../../../../core/chat/completions/session-clues";
import { toConversation } from "../../../../core/chat/completions/to-conversation";

const request = (fields: Readonly<Record<string, unknown>>) =>
  parseChatRequest(
    JSON.stringify({ model: "gpt-4o", messages: [{ role: "user", content: "hi" }], ...fields }),
  );

describe("what a request says of its conversation", () => {
  test.each([
    { name: "nothing", fields: {}, clues: {} },
    { name: "prompt_cache_key", fields: { prompt_cache_key: "k" }, clues: { cacheKey: "k" } },
    { name: "user", fields: { user: "u" }, clues: { user: "u" } },
    { name: "metadata.user_id", fields: { metadata: { user_id: "m" } }, clues: { user: "m" } },
    {
      name: "metadata.user_id before user",
      fields: { metadata: { user_id: "m" }, user: "u" },
      clues: { user: "m" },
    },
    {
      name: "nothing by fields of another form",
      fields: { prompt_cache_key: 7, metadata: { user_id: { id: 1 } }, user: "" },
      clues: {},
    },
    { name: "nothing by metadata that is a text", fields: { metadata: "user_id" }, clues: {} },
  ])("$name", ({ fields, clues }) => {
    expect(sessionCluesOf(request(fields))).toEqual(clues);
  });
});

describe("whether a request asks for caching", () => {
  const mark = (ttl?: string) => ({ cache_control: { type: "ephemeral", ...(ttl && { ttl }) } });
  const part = (more: object) => ({ type: "text", text: "A manual.", ...more });
  const saying = (...parts: object[]) => ({ messages: [{ role: "user", content: parts }] });
  test.each([
    { name: "not at all", fields: {}, asked: undefined },
    { name: "on a part", fields: saying(part(mark())), asked: "5m" },
    { name: "for an hour", fields: saying(part(mark("1h"))), asked: "1h" },
    {
      name: "for both: the shorter is sure",
      fields: saying(part(mark("1h")), part(mark("5m"))),
      asked: "5m",
    },
    { name: "on the request as a whole", fields: mark("1h"), asked: "1h" },
    {
      name: "on a tool",
      fields: { tools: [{ type: "function", function: { name: "f" }, ...mark() }] },
      asked: "5m",
    },
    {
      name: "on a message",
      fields: { messages: [{ role: "system", content: "x", ...mark() }] },
      asked: "5m",
    },
    { name: "not by null", fields: saying(part({ cache_control: null })), asked: undefined },
  ])("$name", ({ fields, asked }) => {
    expect(toConversation(request(fields)).cacheAsked).toBe(asked);
  });
});
