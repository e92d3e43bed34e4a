import { setTimeout as sleep } from "node:timers/promises";
import type { KeyId, OrganizationId } from "../../core/ids";
import { replayDecisions } from "../../scripts/router-replay-decisions/replay-decisions";
import { addKey } from "../support/more-keys";
import { type Product, startProduct } from "../support/product";
import { openRecords, type Records } from "../support/records";

let product: Product;
let records: Records;
beforeAll(async () => {
  product = await startProduct();
  records = openRecords(product);
}, 60_000);
afterAll(async () => {
  records.close();
  await product.dispose();
});

const chat = async (model: string, content: string) => {
  const body = JSON.stringify({ model, messages: [{ role: "user", content }] });
  const answer = await product.post("/chat/completions", body);
  await answer.text();
  const { headers } = answer;
  return {
    id: headers.get("x-smashcost-request-id") ?? "",
    model: `${headers.get("x-smashcost-provider")}/${headers.get("x-smashcost-model")}`,
    task: headers.get("x-smashcost-task") ?? "",
  };
};

const scoreOnce = async (request_id: string, score: number, headers = {}) => {
  const body = JSON.stringify({ request_id, score });
  const answer = await product.post("/feedback", body, headers);
  return { status: answer.status, body: await answer.json() };
};

/** As a client does that heeds `retry-after`: the record of an answer comes a moment later. */
const score = async (request_id: string, value: number) => {
  for (let tries = 1; ; tries += 1) {
    const told = await scoreOnce(request_id, value);
    if (told.status !== 404 || tries === 10) return told;
    await sleep(500);
  }
};

const feedback = async () => {
  const ids = [product.orgId as OrganizationId, "0000000000" as KeyId] as const;
  return (await records.access.read(...ids)).organization?.feedback;
};

describe("feedback on the running product", () => {
  test("scores answers right after they came, each once, and is there for the next request", async () => {
    const answers = await Promise.all(
      ["Say hi.", "Say hello.", "Greet me."].map((text) => chat("sandbox/sandbox-small", text)),
    );
    for (const { id, model, task } of answers) {
      expect(await score(id, 1)).toEqual({
        status: 200,
        body: { object: "feedback", request_id: id, score: 1, model, task },
      });
    }
    const [first] = answers;
    expect(await score(first?.id ?? "", 0.25)).toMatchObject({ status: 200 });
    expect(await feedback()).toEqual({
      "sandbox/sandbox-small": { [first?.task ?? ""]: { votes: 3, mean: 0.75 } },
    });
  });

  test("is refused for a request of nobody, with a bad score, and with a key of nobody", async () => {
    const { id } = await chat("sandbox/sandbox-small", "Say hi.");
    const other = await addKey(product, records, { hash: "0".repeat(64) });
    const unknown = await scoreOnce(id.replace(/.{4}$/, "ZZZZ"), 1);
    const bad = await scoreOnce(id, 2);
    const nobody = await scoreOnce(id, 1, { authorization: `Bearer ${other.apiKey}` });
    expect([unknown, bad, nobody]).toMatchObject([
      { status: 404, body: { error: { code: "request_not_found" } } },
      { status: 400, body: { error: { code: "invalid_value", param: "score" } } },
      { status: 401, body: { error: { code: "invalid_api_key" } } },
    ]);
  });

  test("what was routed is decided anew from its records, in its own mode as it was", async () => {
    const texts = ["Hello there!", "Translate 'cat' to French.", "Prove that 7 is prime."];
    const routed = await Promise.all(
      texts.flatMap((text) => [chat("sandbox-large", text), chat("auto", text)]),
    );
    for (const { id } of routed) await records.untilRow(id);
    let printed = "";
    const code = await replayDecisions({
      args: ["--data-dir", product.dataDir, "--json"],
      env: {},
      now: () => Date.now(),
      print: (text) => {
        printed += text;
      },
      complain: (text) => {
        printed += text;
      },
    });
    expect({ code, report: JSON.parse(printed) as unknown }).toMatchObject({
      code: 0,
      report: { compared: routed.length, astray: 0, approximate: 0, unreplayable: { pinned: 4 } },
    });
    const { modes } = JSON.parse(printed) as { modes: { mode: string; saved: string }[] };
    expect(modes.find(({ mode }) => mode === "balanced")).toMatchObject({ saved: "0", changed: 0 });
  });
});
