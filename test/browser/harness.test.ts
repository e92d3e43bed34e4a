import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../scripts/shared/browser/launch-browser";
import { axeViolations } from "./support/axe";
import { watchPage } from "./support/watch-page";

const pages: Readonly<Record<string, string>> = {
  "/fine": "<main><h1>Fine</h1></main>",
  "/inline-style": '<main><h1 style="color: red">Red</h1></main>',
  "/inline-script": "<main><h1>Runs</h1></main><script>document.title = 'ran'</script>",
  "/elsewhere": '<main><h1>Elsewhere</h1><img alt="" src="http://127.0.0.1:9/pixel.png"></main>',
  "/gone": '<main><h1>Gone</h1><img alt="" src="/missing.png"></main>',
  "/throws": '<main><h1>Throws</h1></main><script src="/throws.js"></script>',
  "/favicon.ico": "",
  "/throws.js": "throw new Error('it broke')",
  "/unlabelled": "<main><h1>Form</h1><input type='text'></main>",
};

let server: Server;
let browser: Browser;
let page: Page;
let origin: string;

beforeAll(async () => {
  server = createServer((message, response) => {
    const found = pages[message.url ?? ""];
    const isScript = message.url?.endsWith(".js");
    response.writeHead(found === undefined ? 404 : 200, {
      "content-type": isScript ? "text/javascript" : "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; script-src 'self'; img-src 'self'",
    });
    if (isScript) response.end(found);
    else response.end(`<!doctype html><html lang="en"><title>A page</title>${found ?? ""}</html>`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

const open = async (path: string) => {
  page = await browser.newPage();
  const watched = await watchPage(page, origin);
  await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
  return watched;
};

afterEach(() => page.close());

test.each([
  { path: "/inline-style", problem: /policy: style-src-attr blocks inline/ },
  { path: "/inline-script", problem: /policy: script-src-elem blocks inline/ },
  { path: "/elsewhere", problem: /asked elsewhere: http:\/\/127\.0\.0\.1:9\/pixel\.png/ },
  { path: "/gone", problem: /answered 404: .*\/missing\.png/ },
  { path: "/throws", problem: /thrown: it broke/ },
])("$path is told as a problem", async ({ path, problem }) => {
  const { problems } = await open(path);
  expect(problems().join("\n")).toMatch(problem);
});

test("a page that does nothing wrong has no problem, and axe nothing against it", async () => {
  const { problems } = await open("/fine");
  expect(await axeViolations(page)).toEqual([]);
  expect(problems()).toEqual([]);
});

test("a problem that a test wants is none", async () => {
  const { problems, expectProblem } = await open("/throws");
  expectProblem(/it broke/);
  expect(problems()).toEqual([]);
});

test("axe names the rule and the element", async () => {
  await open("/unlabelled");
  expect((await axeViolations(page)).join("\n")).toMatch(/^label \(critical\): .* \| input/m);
});
