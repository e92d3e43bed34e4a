import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type FrontDoor, openFrontDoor } from "../../local/front-door";

const portOf = (url: string) => Number(new URL(url).port);

/** A call with headers that `fetch` would not send as given. */
const call = async (url: string, headers: Record<string, string> = {}, method = "GET") => {
  const asked = request(url, { headers, method });
  asked.end();
  const [response] = (await once(asked, "response")) as [import("node:http").IncomingMessage];
  let text = "";
  for await (const piece of response) text += String(piece);
  return { status: response.statusCode, text, location: response.headers.location };
};

let behind: Server;
let door: FrontDoor;

beforeAll(async () => {
  behind = createServer((message, response) => {
    response.end(`${message.url ?? ""} origin=${message.headers.origin ?? "none"}`);
  }).listen(0, "127.0.0.1");
  await once(behind, "listening");
  door = await openFrontDoor(0);
});

afterAll(() => {
  door.close();
  behind.close();
});

test("before its rooms are open it says when to come again", async () => {
  const { status, text } = await call(`${door.url}/v1/models`);
  expect(status).toBe(503);
  expect(text).toContain("starting");
});

describe("once open", () => {
  beforeAll(() => {
    const target = `http://127.0.0.1:${(behind.address() as AddressInfo).port}`;
    door.open({
      gateway: (message, response) => {
        response.end(`gateway ${message.url ?? ""}`);
      },
      website: (message, response) => {
        response.end(`website ${message.url ?? ""}`);
      },
      passedOn: [
        { prefix: "/api", target },
        { prefix: "/cognito", target, pathThere: () => "/" },
      ],
    });
  });

  test.each([
    { path: "/v1/models", answer: "gateway /v1/models" },
    { path: "/health", answer: "gateway /health" },
    { path: "/v1", answer: "gateway /v1" },
    { path: "/v1/nothing/here", answer: "gateway /v1/nothing/here" },
    { path: "/", answer: "website /" },
    { path: "/keys?status=live", answer: "website /keys?status=live" },
    { path: "/v1beta", answer: "website /v1beta" },
    { path: "/apiary", answer: "website /apiary" },
    { path: "/api", answer: "/api origin=none" },
    { path: "/api/keys?limit=1", answer: "/api/keys?limit=1 origin=none" },
    { path: "/cognito", answer: "/ origin=none" },
  ])("$path is answered by $answer", async ({ path, answer }) => {
    expect(await call(`${door.url}${path}`)).toMatchObject({ status: 200, text: answer });
  });

  test("what asks for no page is the gateway's, which says what is wrong with its path", async () => {
    const { text } = await call(`${door.url}/chat/completions`, {}, "POST");
    expect(text).toBe("gateway /chat/completions");
  });

  test("a head is asked of the website as its page is", async () => {
    expect((await call(`${door.url}/keys`, { host: "example.com" }, "HEAD")).status).toBe(403);
    expect((await call(`${door.url}/keys`, {}, "HEAD")).status).toBe(200);
  });

  test("a browser that came by another name of this machine is led to the one address", async () => {
    const host = `localhost:${portOf(door.url)}`;
    const { status, location } = await call(`${door.url}/reset?code=1`, { host });
    expect({ status, location }).toEqual({ status: 307, location: `${door.url}/reset?code=1` });
  });

  test.each<{ from: string; headers: Record<string, string> }>([
    { from: "a page elsewhere", headers: { origin: "https://example.com" } },
    { from: "a file", headers: { origin: "null" } },
    { from: "a name that was made to point here", headers: { host: "example.com" } },
    { from: "this address at another port", headers: { origin: "http://127.0.0.1:1" } },
  ])("$from is let into no room but the gateway's", async ({ headers }) => {
    expect((await call(`${door.url}/api/keys`, headers)).status).toBe(403);
    expect((await call(`${door.url}/`, headers)).status).toBe(403);
    expect((await call(`${door.url}/v1/models`, headers)).status).toBe(200);
  });

  test.each(["127.0.0.1", "localhost"])("a page of %s is let in", async (name) => {
    const own = `${name}:${portOf(door.url)}`;
    const headers = { host: own, origin: `http://${own}` };
    expect(await call(`${door.url}/api/me`, headers)).toMatchObject({
      status: 200,
      text: "/api/me origin=none",
    });
  });
});

test("a room that is gone is told as such", async () => {
  const spare = await openFrontDoor(0);
  spare.open({
    gateway: (_, response) => response.end(),
    website: (_, response) => response.end(),
    passedOn: [{ prefix: "/api", target: "http://127.0.0.1:9" }],
  });
  expect((await call(`${spare.url}/api/me`)).status).toBe(502);
  spare.close();
});

test("a port in use is told with the way out", async () => {
  await expect(openFrontDoor(portOf(door.url))).rejects.toThrow(/in use.*PORT=/);
});
