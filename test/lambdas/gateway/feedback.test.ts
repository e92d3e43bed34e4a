import type { RequestId } from "../../../core/ids";
import { createApiKey } from "../../../core/keys/key-format";
import { firstIdAt } from "../../../core/usage/request-time";
import { idAt } from "../../contracts/usage-event-arbitrary";
import { createMemoryUsageStore } from "../../fakes/memory-usage-store";
import { jsonReply, refusalReply } from "../../fakes/scripted-upstream";
import completion from "../../fixtures/openai/answer.json";
import { hello, noon, readAnswer, startGateway } from "./harness";

const dayMs = 86_400_000;
const path = "/v1/feedback";

/** A gateway with one answered request on record. */
const startAnswered = async () => {
  const gateway = await startGateway({ replies: [jsonReply(completion)] });
  const { headers } = await readAnswer(gateway.ask(hello));
  await gateway.recorded();
  const id = headers["x-smashcost-request-id"] ?? "";
  const score = async (body: unknown) => {
    const { text, ...rest } = await readAnswer(gateway.ask(body, { path }));
    return { ...rest, text, body: JSON.parse(text) as Record<string, unknown> };
  };
  const feedback = async () =>
    (await gateway.access.read(gateway.ids.organization, gateway.ids.key)).organization?.feedback;
  return { ...gateway, id, score, feedback };
};

describe("POST /v1/feedback", () => {
  test("scores the model that answered at the task that it did", async () => {
    const { id, score, feedback } = await startAnswered();
    const { status, body } = await score({ request_id: id, score: 0.5 });
    expect(status).toBe(200);
    expect(body).toEqual({
      object: "feedback",
      request_id: id,
      score: 0.5,
      model: "openai/gpt-4o",
      task: "chat",
    });
    expect(await feedback()).toEqual({ "openai/gpt-4o": { chat: { votes: 1, mean: 0.5 } } });
  });

  test("counts a request once: its latest score stands", async () => {
    const { id, score, feedback } = await startAnswered();
    for (const value of [0, 1, 1, 0.25]) await score({ request_id: id, score: value });
    expect(await feedback()).toEqual({ "openai/gpt-4o": { chat: { votes: 1, mean: 0.25 } } });
  });

  test("waits for a record that is on its way", async () => {
    const gateway = await startGateway({ replies: [jsonReply(completion)] });
    const { headers } = await readAnswer(gateway.ask(hello));
    const request_id = headers["x-smashcost-request-id"];
    const early = await readAnswer(gateway.ask({ request_id, score: 1 }, { path }));
    expect(early.status).toBe(404);
    expect(early.headers["retry-after"]).toBe("2");
    expect(gateway.time.sleeps).toEqual([400, 400, 400]);
    await gateway.recorded();
    const later = await readAnswer(gateway.ask({ request_id, score: 1 }, { path }));
    expect(later.status).toBe(200);
  });

  test.each([
    { name: "no body", body: "", code: "empty_body", param: null, says: "no body" },
    { name: "no JSON", body: "{score", code: "invalid_json", param: null, says: "not valid JSON" },
    { name: "a list", body: [], code: "invalid_value", param: null, says: "expected object" },
    {
      name: "no score",
      body: { request_id: "req_1" },
      code: "invalid_value",
      param: "score",
      says: "a number from 0 to 1",
    },
    {
      name: "no request",
      body: { score: 1 },
      code: "invalid_value",
      param: "request_id",
      says: "x-smashcost-request-id",
    },
    {
      name: "an empty request id",
      body: { request_id: "", score: 1 },
      code: "invalid_value",
      param: "request_id",
      says: "x-smashcost-request-id",
    },
    {
      name: "a score as text",
      body: { request_id: "req_1", score: "1" },
      code: "invalid_value",
      param: "score",
      says: "a number from 0 to 1",
    },
    {
      name: "a score above 1",
      body: { request_id: "req_1", score: 1.01 },
      code: "invalid_value",
      param: "score",
      says: "a number from 0 to 1",
    },
    {
      name: "a score below 0",
      body: { request_id: "req_1", score: -0.01 },
      code: "invalid_value",
      param: "score",
      says: "a number from 0 to 1",
    },
    {
      name: "a score that is no number",
      body: '{"request_id":"req_1","score":1e999}',
      code: "invalid_value",
      param: "score",
      says: "a number from 0 to 1",
    },
    {
      name: "a field beside them",
      body: { request_id: "req_1", score: 1, comment: "well done" },
      code: "invalid_value",
      param: "comment",
      says: "unknown field 'comment'",
    },
  ])("with $name is a 400 that names it", async ({ body, code, param, says }) => {
    const { score, feedback } = await startAnswered();
    const { status, body: answer, text } = await score(body);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ error: { type: "invalid_request_error", code, param } });
    expect(text).toContain(says);
    expect(text).not.toContain("well done");
    expect(await feedback()).toBeUndefined();
  });

  test.each([
    { name: "is none of ours", id: "chatcmpl-1" },
    { name: "nobody has", id: idAt(noon - dayMs, 7) },
    { name: "lies in the future", id: firstIdAt(noon + 30 * dayMs) },
  ])("for an id that $name is a 404", async ({ id }) => {
    const { score } = await startAnswered();
    const { status, body, headers } = await score({ request_id: id, score: 1 });
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: { code: "request_not_found", param: "request_id" } });
    expect(headers["retry-after"]).toBeUndefined();
  });

  test("for another organization's request is a 404, and counts nowhere", async () => {
    const { id, ids, usage, feedback } = await startAnswered();
    const store = createMemoryUsageStore();
    await store.record(usage.events);
    expect(await store.find(ids.organization, id as unknown as RequestId)).toBeDefined();
    const other = await startGateway({
      replies: [jsonReply(completion)],
      deps: { requests: store },
    });
    const answer = await readAnswer(other.ask({ request_id: id, score: 1 }, { path }));
    expect(answer.status).toBe(404);
    expect(await feedback()).toBeUndefined();
  });

  test.each([
    { name: "of 30 days is taken", days: 30, status: 200 },
    { name: "older than that is refused", days: 30.001, status: 400 },
  ])("for a request $name", async ({ days, status }) => {
    const { id, score, time } = await startAnswered();
    time.ms = noon + days * dayMs;
    const answer = await score({ request_id: id, score: 1 });
    expect(answer.status).toBe(status);
    if (status === 400) expect(answer.body).toMatchObject({ error: { code: "request_too_old" } });
  });

  test("for a request without an answer is refused", async () => {
    const gateway = await startGateway({ replies: [refusalReply(400, "bad")] });
    const { headers } = await readAnswer(gateway.ask(hello));
    await gateway.recorded();
    const request_id = headers["x-smashcost-request-id"];
    const { status, text } = await readAnswer(gateway.ask({ request_id, score: 1 }, { path }));
    expect(status).toBe(400);
    expect(text).toContain("request_not_answered");
  });

  test("for a model that the catalog does not know is refused", async () => {
    const gateway = await startGateway({ replies: [jsonReply(completion)] });
    const { headers } = await readAnswer(gateway.ask({ ...hello, model: "openai/my-own" }));
    await gateway.recorded();
    const request_id = headers["x-smashcost-request-id"];
    const { status, text } = await readAnswer(gateway.ask({ request_id, score: 1 }, { path }));
    expect(status).toBe(400);
    expect(text).toContain("model_not_in_catalog");
  });

  test("with an unknown key is a 401, before the body is looked at", async () => {
    const { ask, ids } = await startAnswered();
    const forged = createApiKey(ids, (bytes) => new Uint8Array(bytes));
    const headers = { authorization: `Bearer ${forged}` };
    const { status, text } = await readAnswer(ask("{", { path, headers }));
    expect(status).toBe(401);
    expect(text).toContain("invalid_api_key");
  });

  test("by another method is a 405", async () => {
    const { answer } = await startAnswered();
    const signal = new AbortController().signal;
    const request = { method: "GET", path, headers: {}, body: Buffer.alloc(0), signal };
    const { status, text } = await readAnswer(answer(request));
    expect(status).toBe(405);
    expect(text).toContain("takes POST, not GET");
  });

  test.each([
    { name: "records", deps: { requests: { find: () => Promise.reject(new Error("away")) } } },
    { name: "feedback", deps: { feedback: { score: () => Promise.reject(new Error("away")) } } },
  ])("is a 503 where the $name can't be reached", async ({ deps }) => {
    const good = await startAnswered();
    const row = good.usage.events[0];
    const gateway = await startGateway({
      replies: [jsonReply(completion)],
      deps: { requests: { find: async () => row }, ...deps },
    });
    const body = { request_id: good.id, score: 1 };
    const { status, text } = await readAnswer(gateway.ask(body, { path }));
    expect(status).toBe(503);
    expect(text).toContain("store_unavailable");
  });
});
