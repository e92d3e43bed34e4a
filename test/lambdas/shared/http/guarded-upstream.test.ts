import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { collect } from "../../../../lambdas/shared/http/collect";
import {
  createGuardedUpstream,
  type ResolvedAddress,
  UnsafeAddressError,
} from "../../../../lambdas/shared/http/guarded-upstream";
import { type HttpCall, UpstreamUnreachableError } from "../../../../lambdas/shared/http/upstream";

const file = (name: string) => readFileSync(join(__dirname, "../../../fixtures/tls", name), "utf8");
const cert = file("example-certificate.txt");
const never = new AbortController().signal;

const call = (url: string): HttpCall => ({ method: "GET", url, headers: {}, guarded: true });

/** Nothing listens where these tests would go: a connection would show as another error. */
const resolvesTo = (...addresses: string[]) => {
  const asked: string[] = [];
  const lookup = async (hostname: string): Promise<ResolvedAddress[]> => {
    asked.push(hostname);
    return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  };
  return { lookup, asked };
};

describe("an address that is not public is never connected to", () => {
  test.each([
    "https://127.0.0.1/v1",
    "https://127.1/v1",
    "https://2130706433/v1",
    "https://0x7f.1/v1",
    "https://0177.0.0.1/v1",
    "https://169.254.169.254/latest/meta-data",
    "https://100.64.0.1/v1",
    "https://[::1]/v1",
    "https://[::ffff:10.0.0.1]/v1",
    "https://[fd00:ec2::254]/v1",
    "https://10.0.0.1:8443/v1",
  ])("%s", async (url) => {
    const { lookup, asked } = resolvesTo("8.8.8.8");
    const refusal = createGuardedUpstream({ lookup })(call(url), never);
    await expect(refusal).rejects.toBeInstanceOf(UnsafeAddressError);
    await expect(refusal).rejects.toBeInstanceOf(UpstreamUnreachableError);
    await expect(refusal).rejects.toMatchObject({ code: "address_not_public" });
    expect(asked).toEqual([]);
  });

  test.each(["http://llm.example.com/v1", "https://user:secret@llm.example.com/v1"])(
    "%s",
    async (url) => {
      const { lookup, asked } = resolvesTo("8.8.8.8");
      await expect(createGuardedUpstream({ lookup })(call(url), never)).rejects.toMatchObject({
        code: "address_not_public",
      });
      expect(asked).toEqual([]);
    },
  );

  test.each([
    { name: "localhost", addresses: ["127.0.0.1"] },
    { name: "metadata.google.internal", addresses: ["169.254.169.254"] },
    { name: "inside.example.com", addresses: ["10.0.0.5"] },
    { name: "inside6.example.com", addresses: ["fd12::1"] },
    { name: "mapped.example.com", addresses: ["::ffff:192.168.1.1"] },
    { name: "both.example.com", addresses: ["8.8.8.8", "10.0.0.5"] },
    { name: "nowhere.example.com", addresses: [] },
  ])("$name, which is at $addresses", async ({ name, addresses }) => {
    const { lookup, asked } = resolvesTo(...addresses);
    const refusal = createGuardedUpstream({ lookup })(call(`https://${name}/v1`), never);
    await expect(refusal).rejects.toMatchObject({ code: "address_not_public" });
    expect(asked).toEqual([name]);
  });

  test("by the system's own resolver as well", async () => {
    await expect(
      createGuardedUpstream()(call("https://localhost/v1"), never),
    ).rejects.toBeInstanceOf(UnsafeAddressError);
  });

  test("a name that is not known is an unreachable provider", async () => {
    const lookup = () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" }));
    const refusal = createGuardedUpstream({ lookup })(call("https://gone.example.com"), never);
    await expect(refusal).rejects.toMatchObject({
      name: "UpstreamUnreachableError",
      code: "ENOTFOUND",
    });
    await expect(refusal).rejects.not.toBeInstanceOf(UnsafeAddressError);
  });
});

describe("an address that is allowed", () => {
  const server = createServer({ cert, key: file("example-key.txt") }, (request, response) => {
    if (request.url === "/moved") response.writeHead(302, { location: "https://10.0.0.1/" }).end();
    else {
      response.writeHead(200, { connection: "close" });
      response.end(`${request.headers.host} ${request.url}`);
    }
  });
  let port = 0;
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  // 127.0.0.1 stands for the public internet here.
  const allows = (address: string) => address === "127.0.0.1";
  const url = (path: string) => `https://llm.example.com:${port}${path}`;

  test("is called by its name, with its port, and looked up once", async () => {
    const { lookup, asked } = resolvesTo("127.0.0.1");
    const upstream = createGuardedUpstream({ lookup, allows, ca: cert });
    const { status, body } = await upstream(call(url("/v1/models?all=1")), never);
    expect(status).toBe(200);
    const text = (await collect(body, () => true)).toString("utf8");
    expect(text).toBe(`llm.example.com:${port} /v1/models?all=1`);
    expect(asked).toEqual(["llm.example.com"]);
  });

  test("and turns private before the next connection is not called again", async () => {
    const answers = ["127.0.0.1", "10.0.0.5"];
    const lookup = async () => [{ address: answers.shift() ?? "10.0.0.5", family: 4 }];
    const upstream = createGuardedUpstream({ lookup, allows, ca: cert });
    const first = await upstream(call(url("/")), never);
    await collect(first.body, () => true);
    await expect(upstream(call(url("/")), never)).rejects.toBeInstanceOf(UnsafeAddressError);
  });

  test("a redirect is an answer, and is not followed", async () => {
    const { lookup, asked } = resolvesTo("127.0.0.1");
    const upstream = createGuardedUpstream({ lookup, allows, ca: cert });
    const { status, body } = await upstream(call(url("/moved")), never);
    await collect(body, () => true);
    expect(status).toBe(302);
    expect(asked).toEqual(["llm.example.com"]);
  });

  test("a certificate that nobody vouches for is not called", async () => {
    const { lookup } = resolvesTo("127.0.0.1");
    const refusal = createGuardedUpstream({ lookup, allows })(call(url("/")), never);
    await expect(refusal).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  });
});
