import { createSesMailer } from "../../../lambdas/shared/aws/ses-mailer";
import { type MailWorld, startMailWorld } from "../../local/mail/mail-world";

const from = "SmashCost <mail@example.com>";
const letter = {
  subject: "Grüße, 你好",
  html: "<p>“ä” &amp; 🌍</p>",
  text: "“ä” & 🌍\nsecond line\n",
};

let world: MailWorld;
beforeEach(async () => {
  world = await startMailWorld();
});
afterEach(() => world.dispose());

const mailer = () => createSesMailer(world.client, { from });

test("an e-mail arrives as it was written, as HTML and as text", async () => {
  await mailer().send("ada@example.com", letter);
  expect(await world.messages()).toEqual([
    {
      id: expect.any(String),
      at: "2026-11-24T00:00:00.000Z",
      from,
      to: ["ada@example.com"],
      ...letter,
    },
  ]);
});

test("a subject can't carry a header", async () => {
  await mailer().send("ada@example.com", { ...letter, subject: "Hello\r\nBcc: eve@example.com" });
  expect(await world.messages()).toMatchObject([{ subject: "Hello Bcc: eve@example.com" }]);
});

test.each([
  ["two addresses", "ada@example.com,eve@example.com"],
  ["a header", "ada@example.com\r\nBcc: eve@example.com"],
  ["a name", "Ada <ada@example.com>"],
  ["a space", "ada@example.com eve@example.com"],
  ["a semicolon", "ada@example.com;eve@example.com"],
  ["a quoted part", '"eve@example.com,"@example.com'],
  ["a foreign letter", "ädä@example.com"],
  ["nothing", ""],
])("a recipient that is %s gets nothing, and stays out of the message", async (_, to) => {
  const sending = mailer().send(to, letter);
  await expect(sending).rejects.toThrow("the recipient is not one bare e-mail address");
  expect(await world.messages()).toEqual([]);
});
