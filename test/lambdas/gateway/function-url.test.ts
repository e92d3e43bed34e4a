import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { GatewayAnswer, GatewayRequest } from "../../../lambdas/gateway/exchange";
import { createGatewayServer } from "../../../lambdas/gateway/server";
import { installAwslambda } from "../../../local/functions/response-stream";
import { jsonReply, refusalReply, streamReply } from "../../fakes/scripted-upstream";
import completion from "../../fixtures/openai/answer.json";
import { bundleOf } from "../../support/bundle-of";
import { startFunctionUrl } from "../../support/function-url-host";
import { hello, helloStream, startGateway } from "./harness";

type Shell = typeof import("../../../lambdas/gateway/function-url");
let shell: Shell;
beforeAll(async () => {
  installAwslambda();
  shell = (await import(bundleOf("lambdas/gateway/function-url.ts"))) as Shell;
});

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const overFunctionUrl = async (
  answer: (request: GatewayRequest) => Promise<GatewayAnswer>,
  base64 = false,
) => {
  const host = await startFunctionUrl(shell.createFunctionUrlHandler(answer), { base64 });
  stops.push(host.close);
  return host;
};

const overServer = async (answer: (request: GatewayRequest) => Promise<GatewayAnswer>) => {
  const { server } = createGatewayServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

const event = (text: string) => `data: {"choices":[{"delta":{"content":"${text}"}}]}\n\n`;
const end = 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n';

/** Headers that say the same over both; ids and lengths differ, or belong to the connection. */
const told = (headers: Headers) =>
  Object.fromEntries(
    [...headers].filter(([name]) => /^(x-|content-type|retry-after|cache-control)/.test(name)),
  );

const requests = [
  { name: "health", path: "/health" },
  { name: "an unknown address", path: "/v2/nothing?x=1" },
  { name: "a wrong method", path: "/v1/chat/completions" },
  { name: "models", path: "/v1/models?limit=1" },
  { name: "one model, escaped", path: "/v1/models/gpt%2D4o" },
  { name: "a badly escaped model", path: "/v1/models/%E0%A4%A" },
  { name: "a JSON answer", path: "/v1/chat/completions", body: hello },
  { name: "a stream", path: "/v1/chat/completions", body: helloStream },
  {
    name: "a body of several bytes a character",
    path: "/v1/chat/completions",
    body: { ...hello, user: "né 漢🚀" },
  },
  { name: "an unknown key", path: "/v1/chat/completions", body: hello, apiKey: "sk-nope" },
  { name: "broken JSON", path: "/v1/chat/completions", body: "{" },
  {
    name: "a bad tag",
    path: "/v1/chat/completions",
    body: hello,
    headers: { "x-smashcost-tag-customer": "x".repeat(200) },
  },
  { name: "an unknown model", path: "/v1/chat/completions", body: { ...hello, model: "nope-9" } },
];

describe("the function URL and the plain server answer alike", () => {
  test.each(requests)("$name", async ({ path, body, apiKey, headers }) => {
    const answers = await Promise.all(
      [overFunctionUrl, overServer].map(async (serve) => {
        const streamed = body === helloStream;
        const gateway = await startGateway({
          replies: [streamed ? streamReply([event("a"), event("b"), end]) : jsonReply(completion)],
        });
        const { url } = await serve(gateway.answer);
        const answer = await fetch(url + path, {
          method: body === undefined ? "GET" : "POST",
          headers: { authorization: `Bearer ${apiKey ?? gateway.apiKey}`, ...headers },
          ...(body !== undefined && {
            body: typeof body === "string" ? body : JSON.stringify(body),
          }),
        });
        const sent = gateway.calls.map((call) => call.body);
        return [answer.status, told(answer.headers), await answer.text(), sent];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe("the function URL", () => {
  const ask = (url: string, apiKey: string, body: unknown) =>
    fetch(`${url}/v1/chat/completions`, {
      method: "POST",
      headers: { authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(body),
    });

  test("passes each event on before the next is made", async () => {
    let more: (value?: unknown) => void = () => undefined;
    const held = new Promise((resolve) => {
      more = resolve;
    });
    const { answer, apiKey } = await startGateway({
      replies: [streamReply([event("first"), held, event("second"), end])],
    });
    const { url } = await overFunctionUrl(answer);
    const seen: string[] = [];
    for await (const piece of (await ask(url, apiKey, helloStream)).body ?? []) {
      seen.push(Buffer.from(piece as Uint8Array).toString());
      // The provider says no more before the first piece has arrived here.
      more();
    }
    expect(seen[0]).toBe(event("first"));
    expect(seen.slice(1).join("")).toBe(event("second") + end);
  });

  test.each([
    { name: "an answer", body: hello, reply: jsonReply(completion) },
    { name: "a stream", body: helloStream, reply: streamReply([event("a"), end]) },
    { name: "a failure", body: hello, reply: refusalReply(400, "invalid_value") },
  ])("does not end $name before its request is recorded", async ({ body, reply }) => {
    let record: (value?: unknown) => void = () => undefined;
    const recording = new Promise((resolve) => {
      record = resolve;
    });
    const { answer, apiKey } = await startGateway({
      replies: [reply],
      deps: { usage: { send: () => recording.then(), drained: async () => undefined } },
    });
    const { url, invocations } = await overFunctionUrl(answer);
    let ended = false;
    const whole = ask(url, apiKey, body).then(async (got) => {
      await got.text();
      ended = true;
    });
    await new Promise((wake) => setTimeout(wake, 100));
    expect(ended).toBe(false);
    record();
    await whole;
    await Promise.all(invocations);
  });

  test("reads a body that comes as base64", async () => {
    const { answer, apiKey, calls } = await startGateway({ replies: [jsonReply(completion)] });
    const { url } = await overFunctionUrl(answer, true);
    const body = { ...hello, user: "né 漢🚀" };
    expect((await ask(url, apiKey, body)).status).toBe(200);
    expect(calls[0]?.body).toBe(JSON.stringify(body));
  });
});
