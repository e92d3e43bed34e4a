import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { securityHeaders } from "../../core/website/security-headers";
import { createWebsite } from "../../local/website";

const page = "<!doctype html><title>SmashCost</title>";
const script = `console.log("${"much ".repeat(500)}")`;

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "website-"));
  const files: Record<string, string | Buffer> = {
    "index.html": page,
    "theme.js": "theme()",
    "assets/index-abc123.js": script,
    "assets/index-abc123.js.br": brotliCompressSync(script),
    "assets/index-abc123.js.gz": gzipSync(script),
  };
  mkdirSync(join(folder, "assets"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  server = createServer(createWebsite(folder)).listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As it came: neither decoded, nor its path made straight. */
const get = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
  const { port } = server.address() as AddressInfo;
  const asked = request({ host: "127.0.0.1", port, path, headers, method });
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  const bytes = Buffer.concat(pieces);
  return { status: response.statusCode, headers: response.headers, bytes, text: String(bytes) };
};

const asset = "/assets/index-abc123.js";

describe("what is answered", () => {
  test.each([
    { path: "/", status: 200, type: "text/html;charset=utf-8", text: page },
    { path: "/sign-in", status: 200, type: "text/html;charset=utf-8", text: page },
    { path: "/requests?model=gpt-4.1", status: 200, type: "text/html;charset=utf-8", text: page },
    { path: "/models/openai/gpt-4.1", status: 200, type: "text/html;charset=utf-8", text: page },
    { path: "/%E0%A4%A", status: 200, type: "text/html;charset=utf-8", text: page },
    { path: "/theme.js", status: 200, type: "text/javascript", text: "theme()" },
    { path: asset, status: 200, type: "text/javascript", text: script },
    { path: "/assets/gone.js", status: 404, type: "text/plain; charset=utf-8" },
    { path: "/favicon.ico", status: 404, type: "text/plain; charset=utf-8" },
  ])("$path is answered with $status as $type", async ({ path, status, type, text }) => {
    const answer = await get(path);
    expect({ status: answer.status, type: answer.headers["content-type"] }).toEqual({
      status,
      type,
    });
    if (text !== undefined) expect(answer.text).toBe(text);
  });

  test.each([
    "/../package.json",
    "/assets/../../../../etc/passwd",
    "/..%2f..%2fetc/passwd",
    "/%00",
  ])("%s leads to nothing outside the folder", async (path) =>
    expect([page, "There is no such file.\n"]).toContain((await get(path)).text),
  );

  test("a head has no body", async () => {
    const { status, headers, bytes } = await get("/sign-in", {}, "HEAD");
    expect([status, headers["content-length"], bytes.byteLength]).toEqual([
      200,
      String(page.length),
      0,
    ]);
  });

  test.each(["bytes=5-2", "bytes=9999-", "bytes=a-b"])(
    "a range of %s is the whole",
    async (range) => {
      expect(await get(asset, { range })).toMatchObject({ status: 200, text: script });
    },
  );
});

test.each([
  { path: "/", status: 200 },
  { path: "/keys", status: 200 },
  { path: "/theme.js", status: 200 },
  { path: asset, status: 200 },
  { path: "/assets/gone.js", status: 404 },
])("$path ($status) says how it wants to be guarded", async ({ path, status }) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject(securityHeaders({ https: false }));
});

test("a file whose name has its hash is kept for good, all else is asked for anew", async () => {
  expect((await get(asset)).headers["cache-control"]).toMatch(/max-age=31536000, immutable/);
  for (const path of ["/", "/keys", "/theme.js"]) {
    expect((await get(path)).headers["cache-control"]).toBe("no-cache");
  }
});

test("what has not changed is not sent again, and is guarded all the same", async () => {
  const { etag = "" } = (await get("/keys")).headers;
  const { status, bytes, headers } = await get("/keys", { "if-none-match": etag });
  expect([status, bytes.byteLength]).toEqual([304, 0]);
  expect(headers).toMatchObject(securityHeaders({ https: false }));
});

test.each([
  { accept: "gzip, deflate, br", encoding: "br", decode: brotliDecompressSync },
  { accept: "gzip", encoding: "gzip", decode: gunzipSync },
])("whoever takes $accept gets $encoding", async ({ accept, encoding, decode }) => {
  const { headers, bytes } = await get(asset, { "accept-encoding": accept });
  expect(headers["content-encoding"]).toBe(encoding);
  expect(headers["content-type"]).toBe("text/javascript");
  expect(headers.vary).toBe("Accept-Encoding");
  expect(String(decode(bytes))).toBe(script);
});

test("a build that was deleted under it is missing files, and no end of the product", async () => {
  rmSync(folder, { recursive: true });
  expect((await get(asset)).status).toBe(404);
  expect((await get("/")).status).toBe(404);
});
