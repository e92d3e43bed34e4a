import { parseChatRequest } from "../../../core/chat/completions/parse-request";
import { jsonReply, reply, streamReply } from "../../fakes/scripted-upstream";
import answerFixture from "../../fixtures/openai/answer.json";
import recorded from "../../fixtures/openai/requests.json";
import { catalog, hello, readAnswer, startGateway } from "./harness";

const cases = recorded.map(({ case: name, n, request }) => ({
  name: `${name.split("/")[1] ?? name} (${n})`,
  request: request,
}));

/** Models that were withdrawn since have no name of their own in the catalog. */
const listed = cases.filter(({ request }) => catalog.find(`openai/${request.model}`));

const end = 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n';

/** Sends a body as text through the gateway, pinned to the model that was recorded. */
const pass = async (text: string, streamed: boolean) => {
  const { ask, calls } = await startGateway({
    replies: [streamed ? streamReply([end]) : jsonReply(answerFixture)],
  });
  const { status, text: answer } = await readAnswer(ask(text));
  return { status, answer, body: calls[0]?.body };
};

describe("every kind of request that OpenAI accepted", () => {
  test.each(cases)("is read: $name", ({ request }) => {
    expect(parseChatRequest(JSON.stringify(request))).toEqual(request);
  });

  test.each(listed)("reaches the model it names byte for byte: $name", async ({ request }) => {
    const streamed = request.stream;
    const counted = { ...request, ...(streamed && { stream_options: { include_usage: true } }) };
    const text = JSON.stringify(counted, null, 2);
    const { status, body } = await pass(text, streamed);
    expect({ status, body }).toEqual({ status: 200, body: text });
  });

  test.each(cases)(
    "changes in its model and stream_options at most: $name",
    async ({ request }) => {
      const streamed = request.stream;
      const { stream_options: _, ...uncounted } = request;
      const text = JSON.stringify({ ...uncounted, model: `openai/${request.model}` });
      const { status, body = "" } = await pass(text, streamed);
      expect(status).toBe(200);
      expect(JSON.parse(body)).toEqual({
        ...uncounted,
        ...(streamed && { stream_options: { include_usage: true } }),
      });
    },
  );
});

test("a whole answer passes byte for byte, and its bill stands in the headers", async () => {
  const indented = JSON.stringify(answerFixture, null, 4);
  const json = { "content-type": "application/json" };
  const { ask, usage } = await startGateway({ replies: [reply(200, json, [indented])] });
  const { text, headers } = await readAnswer(ask(hello));
  expect(text).toBe(indented);
  expect(headers["x-smashcost-cost"]).toMatch(/^\d+\.\d{12}$/);
  expect(usage.events).toMatchObject([{ tokensFrom: "provider", outcome: "ok", status: 200 }]);
});
