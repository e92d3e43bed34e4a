import { jsonReply } from "../../fakes/scripted-upstream";
import { readAnswer, startGateway } from "./harness";

const search = { type: "web_search_20250305", name: "web_search" };
const messages = [{ role: "user", content: "hello" }];

const askFor = async (model: string) => {
  const gateway = await startGateway({
    replies: [jsonReply({})],
    providers: ["openai", "anthropic"],
  });
  const body = { model, max_tokens: 10, messages, tools: [search] };
  const answer = await readAnswer(gateway.ask(body, { path: "/v1/messages" }));
  return { ...answer, calls: gateway.calls, events: gateway.usage.events };
};

test("what a pinned model can't be told is refused in the caller's form, with who could", async () => {
  const { status, text, calls, events } = await askFor("openai/gpt-4o");
  expect(status).toBe(400);
  const { error } = JSON.parse(text) as { error: { type: string; message: string } };
  expect(error.type).toBe("invalid_request_error");
  expect(error.message).toMatch(
    /^openai\/gpt-4o is spoken to in another dialect, which has no word for tools\[0\]; anthropic\/claude-[^;]+ could take it;/,
  );
  expect(calls).toEqual([]);
  expect(events).toMatchObject([{ status: 400, outcome: "error", cost: 0 }]);
});

test("a model of the caller's own dialect gets it as it was written", async () => {
  const { calls } = await askFor("anthropic/claude-sonnet-4-5");
  expect(JSON.parse(calls[0]?.body ?? "{}")).toMatchObject({ tools: [search] });
});
