import type { ServerResponse } from "node:http";
import { createBedrockUpstream } from "../../../../lambdas/shared/aws/bedrock-upstream";
import { collect } from "../../../../lambdas/shared/http/collect";
import { createSseSplitter, sseData } from "../../../../lambdas/shared/http/sse-events";
import {
  type HttpAnswer,
  type HttpCall,
  UpstreamUnreachableError,
} from "../../../../lambdas/shared/http/upstream";
import { bedrockEvent, readBedrockStream } from "../../../support/bedrock-stream";
import { type FakeUpstream, startFakeUpstream } from "../../../support/fake-upstream";
import { type Exchange, exchangesOf } from "../../../support/recordings";

const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret" };
const never = new AbortController().signal;

let bedrock: FakeUpstream;
beforeAll(async () => {
  bedrock = await startFakeUpstream();
});
afterAll(() => bedrock.close());
beforeEach(() => bedrock.forget());

const origin = () => new URL(bedrock.baseUrl).origin;
const upstreamAt = (more: Parameters<typeof createBedrockUpstream>[0] = {}) =>
  createBedrockUpstream({ endpoint: origin(), credentials, ...more });

const callTo = (path: string, body: unknown, more: Partial<HttpCall> = {}): HttpCall => ({
  method: "POST",
  url: `https://bedrock-runtime.eu-west-1.amazonaws.com${path}`,
  headers: {},
  body: JSON.stringify(body),
  carrier: "bedrock",
  ...more,
});
const hello = { messages: [{ role: "user", content: [{ text: "Hello" }] }] };
const converse = callTo("/model/some.model-v1%3A0/converse", hello);
const converseStream = callTo("/model/some.model-v1%3A0/converse-stream", hello);

const textOf = async ({ body }: HttpAnswer): Promise<string> =>
  (await collect(body, () => true)).toString("utf8");

const eventsOf = (text: string): unknown[] =>
  createSseSplitter()
    .push(Buffer.from(text))
    .map((event) => JSON.parse(sseData(event) ?? "") as unknown);

const answersJson =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  ({ response }: { response: ServerResponse }) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };

const streamHead = { "content-type": "application/vnd.amazon.eventstream" };

const ok = {
  output: { message: { role: "assistant", content: [{ text: "Hi" }] } },
  stopReason: "end_turn",
  usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
  metrics: { latencyMs: 5 },
};

const recorded = exchangesOf("bedrock").filter(({ path }) => !path.endsWith("/invoke"));

const wholeBody = ({ response, encoding }: Exchange): Record<string, unknown> =>
  (encoding === "text" ? JSON.parse(response as string) : response) as Record<string, unknown>;

/** Fields that the SDK's model of the service does not know are not to be had through it. */
const known = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(known);
  if (typeof value !== "object" || value === null) return value;
  const unmodeled = ["serverToolUsage", "cacheReadInputTokenCount", "cacheWriteInputTokenCount"];
  const fields = Object.entries(value).filter(([name]) => !unmodeled.includes(name));
  return Object.fromEntries(fields.map(([name, field]) => [name, known(field)]));
};

describe("recorded exchanges, replayed through the SDK", () => {
  test("all of them are Converse, but for the embeddings that are invoked", () => {
    const invoked = exchangesOf("bedrock").filter(({ path }) => path.endsWith("/invoke"));
    expect(recorded).toHaveLength(94);
    expect(invoked.map(({ path }) => path.includes("embeddings"))).toEqual(Array(4).fill(true));
  });

  test("what is asked arrives as it was recorded, at the model it was recorded for", async () => {
    bedrock.reply(answersJson(200, ok));
    const upstream = upstreamAt();
    const whole = recorded.filter(({ request }) => typeof request === "object");
    // One was recorded with its words cut short.
    expect(whole).toHaveLength(recorded.length - 1);
    for (const { path, request } of whole) {
      bedrock.forget();
      const answer = await upstream(
        callTo(path.replace("converse-stream", "converse"), request),
        never,
      );
      await textOf(answer);
      const [asked] = bedrock.requests;
      expect(asked?.path).toBe(path.replace("converse-stream", "converse"));
      expect(asked?.body).toEqual(request);
      expect(asked?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 .*\/eu-west-1\/bedrock\//);
    }
  });

  test("whole answers come back as they were, and refusals with their status and words", async () => {
    const upstream = upstreamAt();
    const whole = recorded.filter(({ encoding }) => encoding !== "base64");
    for (const exchange of whole) {
      const body = wholeBody(exchange);
      bedrock.reply(answersJson(exchange.status, body));
      const answer = await upstream(converse, never);
      expect(answer.status).toBe(exchange.status);
      const said = JSON.parse(await textOf(answer)) as Record<string, unknown>;
      if (exchange.status === 200) expect(said).toEqual(known(body));
      else expect(said.error).toMatchObject({ message: body.message });
    }
    expect(whole.filter(({ status }) => status !== 200)).toHaveLength(3);
  });

  const streams = recorded.filter(({ encoding }) => encoding === "base64");
  test.each(streams)("stream $id comes as one event each", async ({ response }) => {
    const bytes = Buffer.from(response as string, "base64");
    bedrock.reply(async ({ response: out }) => {
      out.writeHead(200, streamHead);
      for (let at = 0; at < bytes.length; at += 1_000) {
        out.write(bytes.subarray(at, at + 1_000));
        await new Promise((resolve) => setImmediate(resolve));
      }
      out.end();
    });
    const answer = await upstreamAt()(converseStream, never);
    expect(answer.headers["content-type"]).toBe("text/event-stream");
    const events = eventsOf(await textOf(answer));
    expect(events).toEqual(known(readBedrockStream(bytes)));
    expect(Object.keys(events.at(-1) ?? {})).toEqual(["metadata"]);
  });
  test("three streams were recorded", () => expect(streams).toHaveLength(3));
});

describe("what is carried", () => {
  test("bytes go as bytes wherever they stand, and a tool's own `bytes` stay text", async () => {
    bedrock.reply(answersJson(200, ok));
    const body = {
      messages: [
        {
          role: "user",
          content: [
            { image: { format: "png", source: { bytes: "aW1hZ2U=" } } },
            { text: "and" },
            { document: { format: "pdf", name: "a", source: { bytes: "cGRm" } } },
            { audio: { format: "wav", source: { bytes: "d2F2" } } },
          ],
        },
        {
          role: "assistant",
          content: [
            { reasoningContent: { redactedContent: "c2VjcmV0" } },
            { toolUse: { toolUseId: "a", name: "t", input: { source: { bytes: "not base64!" } } } },
          ],
        },
        {
          role: "user",
          content: [
            {
              toolResult: {
                toolUseId: "a",
                content: [{ image: { format: "png", source: { bytes: "aW1hZ2U=" } } }],
              },
            },
          ],
        },
      ],
    };
    await upstreamAt()(callTo("/model/m/converse", body), never);
    expect(bedrock.requests[0]?.body).toEqual(body);
  });

  test("a Bedrock API key is shown in place of the role", async () => {
    bedrock.reply(answersJson(200, ok));
    const headers = { authorization: "Bearer bedrock-api-key-1" };
    await upstreamAt()({ ...converse, headers }, never);
    expect(bedrock.requests[0]?.headers.authorization).toBe("Bearer bedrock-api-key-1");
  });

  test("an address without a region is the gateway's own", async () => {
    bedrock.reply(answersJson(200, ok));
    const url = "https://bedrock-runtime.amazonaws.com/model/m/converse";
    await upstreamAt({ environment: { AWS_REGION: "ap-southeast-2" } })(
      { ...converse, url },
      never,
    );
    expect(bedrock.requests[0]?.headers.authorization).toContain("/ap-southeast-2/bedrock/");
  });

  test("an address that is none of AWS's is called where it is", async () => {
    bedrock.reply(answersJson(200, ok));
    const environment = { AWS_REGION: "us-east-1", AWS_ENDPOINT_URL: "http://127.0.0.1:9" };
    const upstream = createBedrockUpstream({ credentials, environment });
    const answer = await upstream({ ...converse, url: `${origin()}/model/m/converse` }, never);
    expect(answer.status).toBe(200);
    expect(bedrock.requests[0]?.path).toBe("/model/m/converse");
  });

  test("the endpoint that the environment names is called", async () => {
    bedrock.reply(answersJson(200, ok));
    const environment = { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: origin() };
    await createBedrockUpstream({ credentials, environment })(converse, never);
    expect(bedrock.requests).toHaveLength(1);
  });
});

describe("what goes wrong", () => {
  test.each([
    { name: "ThrottlingException", status: 429, headers: { "retry-after": "7" } },
    { name: "ValidationException", status: 400, headers: {} },
    { name: "AccessDeniedException", status: 403, headers: {} },
    { name: "ModelTimeoutException", status: 408, headers: {} },
    { name: "ServiceUnavailableException", status: 503, headers: {} },
    { name: "SomethingNewException", status: 424, headers: {} },
  ])("$name is an answer of $status, asked for once", async ({ name, status, headers }) => {
    const head = { "x-amzn-errortype": name, ...headers } as Record<string, string>;
    bedrock.reply(answersJson(status, { message: "no" }, head));
    const answer = await upstreamAt()(converseStream, never);
    expect(answer.status).toBe(status);
    expect(JSON.parse(await textOf(answer))).toEqual({ error: { type: name, message: "no" } });
    expect(answer.headers).toMatchObject(headers);
    expect(bedrock.requests).toHaveLength(1);
  });

  test("nobody listening is an unreachable provider", async () => {
    const upstream = upstreamAt({ endpoint: "http://127.0.0.1:1" });
    await expect(upstream(converse, never)).rejects.toBeInstanceOf(UpstreamUnreachableError);
  });

  test("a gateway without an AWS identity says so, and nobody is asked", async () => {
    const upstream = upstreamAt({
      credentials: () =>
        Promise.reject(Object.assign(new Error("none"), { name: "CredentialsProviderError" })),
    });
    const answer = await upstream(converse, never);
    expect(answer.status).toBe(401);
    expect(await textOf(answer)).toContain("NoAwsCredentials");
    expect(bedrock.requests).toHaveLength(0);
  });

  const begin = bedrockEvent("messageStart", { role: "assistant" });
  const delta = bedrockEvent("contentBlockDelta", { contentBlockIndex: 0, delta: { text: "Hi" } });

  test("an exception in the midst of a stream is its last event", async () => {
    bedrock.reply(({ response }) => {
      response.writeHead(200, streamHead);
      response.write(begin);
      response.end(bedrockEvent("throttlingException", { message: "too many tokens" }));
    });
    const answer = await upstreamAt()(converseStream, never);
    expect(eventsOf(await textOf(answer))).toEqual([
      { messageStart: { role: "assistant" } },
      { throttlingException: { message: "too many tokens" } },
    ]);
  });

  test("a connection that breaks in the midst of a stream is an error, not an end", async () => {
    bedrock.reply(({ response }) => {
      response.writeHead(200, streamHead);
      response.write(begin);
      response.write(delta.subarray(0, 20), () => response.destroy());
    });
    const answer = await upstreamAt()(converseStream, never);
    await expect(textOf(answer)).rejects.toThrow();
  });

  test("aborting before the answer rejects with the signal's reason and closes the call", async () => {
    bedrock.reply(() => new Promise(() => undefined));
    const control = new AbortController();
    const answer = upstreamAt()(converse, control.signal);
    const asked = await bedrock.received(1);
    control.abort(new Error("deadline"));
    await expect(answer).rejects.toThrow("deadline");
    await asked.whenAborted;
  });

  test.each(["leaving the stream", "aborting"])("%s closes the connection", async (how) => {
    bedrock.reply(({ response }) => {
      response.writeHead(200, streamHead);
      response.write(Buffer.concat([begin, delta]));
    });
    const control = new AbortController();
    const answer = await upstreamAt()(converseStream, control.signal);
    const asked = await bedrock.received(1);
    const events = answer.body[Symbol.asyncIterator]();
    expect((await events.next()).done).toBe(false);
    if (how === "aborting") control.abort();
    else await events.return?.();
    await asked.whenAborted;
    expect(asked.aborted).toBe(true);
  });

  test("events come as they are said, not when all is", async () => {
    let finish = () => {};
    bedrock.reply(async ({ response }) => {
      response.writeHead(200, streamHead);
      response.write(begin);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      response.end(delta);
    });
    const { body } = await upstreamAt()(converseStream, never);
    const events = body[Symbol.asyncIterator]();
    const first = await events.next();
    expect(Buffer.from(first.value as Uint8Array).toString()).toContain("messageStart");
    finish();
    expect((await events.next()).done).toBe(false);
    expect((await events.next()).done).toBe(true);
  });
});
