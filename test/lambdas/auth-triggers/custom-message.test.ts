import type { CustomMessageTriggerEvent } from "aws-lambda";
import { runTrigger } from "../../../lambdas/auth-triggers/run-trigger";
import { createMemoryAccess } from "../../fakes/memory-access";
import { createMemoryDirectory } from "../../fakes/memory-directory";
import { createMemoryLog } from "../../fakes/memory-log";
import { dashboardUrl, triggerEvent } from "./world";

const email = "ada+x@example.com";
const token = "Abcdefghijklmnopqrstuvwxyz0123456789_-ABCDE";

const answerTo = async (source: string, clientMetadata: Readonly<Record<string, string>> = {}) => {
  const userAttributes = { sub: "0f6f8dca-9a5e-4f1e-8d3a-6f0f4a0c1b2d", email };
  const event = triggerEvent(source, { userAttributes, clientMetadata });
  const answer = await runTrigger(event, {
    directory: createMemoryDirectory(),
    registry: createMemoryAccess().registry,
    now: () => 0,
    sleep: async () => undefined,
    dashboardUrl,
    log: createMemoryLog().log,
  });
  return { event, answer: answer as CustomMessageTriggerEvent };
};

/** As Cognito does: the code takes the place of its placeholder, wherever that stands. */
const delivered = async (source: string, clientMetadata?: Readonly<Record<string, string>>) => {
  const { response } = (await answerTo(source, clientMetadata)).answer;
  const html = response.emailMessage?.replaceAll("{####}", "123456") ?? "";
  const href = /href="([^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
  return { subject: response.emailSubject, html, link: href === undefined ? null : new URL(href) };
};

test.each(["CustomMessage_SignUp", "CustomMessage_ResendCode"])(
  "%s leads to the page that confirms, with address and code",
  async (source) => {
    const { link, html, subject } = await delivered(source);
    expect(subject).toBe("Confirm your SmashCost account");
    expect(link?.origin).toBe(dashboardUrl);
    expect(link?.pathname).toBe("/confirm");
    expect(Object.fromEntries(link?.searchParams ?? [])).toEqual({ email, code: "123456" });
    expect(html).toContain(">123456<");
  },
);

test("a sign-up that came from an invite keeps its token", async () => {
  const { link } = await delivered("CustomMessage_SignUp", { invite: token });
  expect(Object.fromEntries(link?.searchParams ?? [])).toEqual({
    email,
    code: "123456",
    invite: token,
  });
});

test.each(['"><script>', `${token}x`, "{####}", ""])(
  "what is no token is in no e-mail: %j",
  async (invite) => {
    const { link, html } = await delivered("CustomMessage_SignUp", { invite });
    expect(link?.searchParams.has("invite")).toBe(false);
    expect(html).toBe((await delivered("CustomMessage_SignUp")).html);
  },
);

test("what a stranger wrote into the form is in no e-mail to somebody else's address", async () => {
  const { html } = await delivered("CustomMessage_SignUp", {
    organization: "Buy cheap pills at evil.example.com",
  });
  expect(html).not.toContain("pills");
});

test("a forgotten password leads to the page that resets it, within an hour", async () => {
  const { link, html } = await delivered("CustomMessage_ForgotPassword");
  expect(link?.pathname).toBe("/reset");
  expect(Object.fromEntries(link?.searchParams ?? [])).toEqual({ email, code: "123456" });
  expect(html).toContain("valid for 1 hour");
});

test.each(["CustomMessage_UpdateUserAttribute", "CustomMessage_VerifyUserAttribute"])(
  "%s shows the code",
  async (source) => {
    const { html, link } = await delivered(source);
    expect(html).toContain(">123456<");
    expect(link).toBeNull();
  },
);

test.each([
  "CustomMessage_AdminCreateUser",
  "CustomMessage_Authentication",
  "PreSignUp_SignUp",
  "TokenGeneration_Authentication",
])("%s comes back as it went in", async (source) => {
  const { event, answer } = await answerTo(source);
  expect(answer).toEqual(event);
});
