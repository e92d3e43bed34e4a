import type { Page, Request, Response } from "playwright-core";

export type WatchedPage = {
  problems(): readonly string[];
  expectProblem(wording: RegExp): void;
};

/** Runs in the page, before its own scripts; Chromium's own words do not say where. */
const reportViolations = `addEventListener("securitypolicyviolation", (event) => {
  const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
  const where = sourceFile + ":" + lineNumber;
  console.error("policy:", effectiveDirective, "blocks", blockedURI, "at", where, sample);
});`;

/** Chromium's own line for an answer of 4xx; whether that is a problem is decided by its address. */
const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Left behind where a page went on to the next one. */
const leftBehind = "net::ERR_ABORTED";

/** What answers 4xx on purpose: a wrong password, a role that does not suffice. */
const answersRefusals = /^\/(api|cognito)(\/|\?|$)/;

const pathOf = (url: string, origin: string) => url.slice(origin.length);

/** Notes whatever a page of this origin must not do, from its first request on. */
export const watchPage = async (page: Page, origin: string): Promise<WatchedPage> => {
  const noted: string[] = [];
  const expected: RegExp[] = [];
  const isOwn = (url: string) => url.startsWith(`${origin}/`);

  page.on("console", (message) => {
    const isProblem = message.type() === "error" && !refusal.test(message.text());
    if (isProblem) noted.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => noted.push(`thrown: ${error.message}`));
  page.on("request", (request: Request) => {
    const url = request.url();
    if (!isOwn(url) && !/^(data|blob):/.test(url)) noted.push(`asked elsewhere: ${url}`);
  });
  page.on("requestfailed", (request: Request) => {
    const reason = request.failure()?.errorText ?? "no reason given";
    if (reason !== leftBehind) noted.push(`failed: ${request.url()} ${reason}`);
  });
  page.on("response", (response: Response) => {
    const [status, url] = [response.status(), response.url()];
    if (status < 400 || !isOwn(url)) return;
    const isFine = status < 500 && answersRefusals.test(pathOf(url, origin));
    if (!isFine) noted.push(`answered ${status}: ${url}`);
  });
  await page.addInitScript({ content: reportViolations });

  return {
    problems: () => noted.filter((problem) => !expected.some((wording) => wording.test(problem))),
    expectProblem: (wording) => {
      expected.push(wording);
    },
  };
};
