import { get } from "node:http";
import { SESClient, SendEmailCommand, VerifyEmailIdentityCommand } from "@aws-sdk/client-ses";
import { createSendMail } from "../../../local/mail/send-mail";
import { clientConfig } from "../emulators/harness";
import { type MailWorld, startMailWorld } from "./mail-world";

let world: MailWorld;
beforeEach(async () => {
  world = await startMailWorld();
});
afterEach(() => world.dispose());

const send = (fields: { to?: string; subject?: string; html?: string }) =>
  createSendMail(
    world.client,
    "mail@example.com",
  )({ to: "ada@example.com", subject: "Hello", html: "<p>Hi</p>", ...fields });

const open = (path: string) => fetch(`${world.mail.inboxUrl}${path}`);

const firstId = async (): Promise<string> => (await world.messages())[0]?.id ?? "none";

test("what was sent is still there after a restart, the newest first", async () => {
  await send({ subject: "first" });
  await send({ subject: "second" });
  world = await world.restart();
  await send({ subject: "third" });
  expect((await world.messages()).map(({ subject }) => subject)).toEqual([
    "third",
    "second",
    "first",
  ]);
});

test("one recipient's e-mails can be asked for", async () => {
  await send({ to: "ada@example.com" });
  await send({ to: "eve+1@example.com" });
  const messages = await world.messages("?to=eve%2B1%40example.com");
  expect(messages.map(({ to }) => to)).toEqual([["eve+1@example.com"]]);
});

test("the inbox leads to each e-mail, and each e-mail to its HTML", async () => {
  await send({ subject: "Reset your password", html: "<head></head><a href='https://x'>go</a>" });
  const id = await firstId();
  expect(await (await open("/inbox")).text()).toContain(
    `<a href="/inbox/${id}">Reset your password</a>`,
  );
  expect(await (await open(`/inbox/${id}`)).text()).toContain(`src="/inbox/${id}/html"`);
  expect(await (await open(`/inbox/${id}/html`)).text()).toBe(
    `<head><base target="_blank"></head><a href='https://x'>go</a>`,
  );
});

test("an e-mail's HTML is an origin of its own and can't run, framed or not", async () => {
  await send({ html: "<script>fetch('/api/me')</script>" });
  const id = await firstId();
  const { headers } = await open(`/inbox/${id}/html`);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/(^|; )sandbox( |;)/);
  expect(policy).not.toMatch(/allow-same-origin|allow-scripts|script-src/);
  expect(policy).toContain("default-src 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  const frame = /<iframe[^>]*>/.exec(await (await open(`/inbox/${id}`)).text())?.[0];
  expect(frame).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
});

test("the inbox's own pages run nothing, and show subjects and addresses as text", async () => {
  await send({ subject: "<img src=x onerror=alert(1)>" });
  for (const path of ["/inbox", `/inbox/${await firstId()}`]) {
    const answer = await open(path);
    const policy = answer.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("script-src");
    const html = await answer.text();
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).not.toContain("<img");
  }
});

test.each(["/", "/inbox/none", "/inbox/none/html", "/inbox/messages.json/html", "/other"])(
  "%s is not there",
  async (path) => {
    expect((await open(path)).status).toBe(404);
  },
);

test("a web page whose name leads here reads no e-mail", async () => {
  await send({});
  const status = await new Promise((resolve, reject) => {
    const url = `${world.mail.inboxUrl}/inbox/messages.json`;
    get(url, { headers: { host: "evil.example.com" } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on("error", reject);
  });
  expect(status).toBe(403);
});

test("an unknown action is told so at once", async () => {
  const verify = new VerifyEmailIdentityCommand({ EmailAddress: "mail@example.com" });
  await expect(world.client.send(verify)).rejects.toMatchObject({
    name: "UnknownOperationException",
  });
});

test("another access key sends nothing, and neither does who names no recipient", async () => {
  const { credentials, ...config } = clientConfig(world.mail.endpoint);
  const stranger = new SESClient({
    ...config,
    credentials: { ...credentials, accessKeyId: "AKIAX" },
  });
  const Message = { Subject: { Data: "x" }, Body: { Text: { Data: "x" } } };
  const Source = "mail@example.com";
  const Destination = { ToAddresses: ["ada@example.com"] };
  const mail = { Source, Message };
  await expect(stranger.send(new SendEmailCommand({ ...mail, Destination }))).rejects.toMatchObject(
    {
      name: "UnrecognizedClientException",
    },
  );
  const toNobody = new SendEmailCommand({ ...mail, Destination: {} });
  await expect(world.client.send(toNobody)).rejects.toThrow("recipient");
  expect(await world.messages()).toEqual([]);
  stranger.destroy();
});
