import {
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
} from "@aws-sdk/client-cognito-identity-provider";
import {
  freshEmail,
  openSignIn,
  passwordOf,
  refusal,
  type SignInWorld,
  type TriggerEvent,
} from "./world";

let world: SignInWorld;
let react: (name: string, event: TriggerEvent) => unknown;
let takesMail = true;
const mails: { readonly to: string; readonly subject: string; readonly html: string }[] = [];
beforeAll(async () => {
  const sendMail = async (mail: (typeof mails)[number]) => {
    if (!takesMail) throw new Error("no mail today");
    mails.push(mail);
  };
  world = await openSignIn((name, event) => react(name, event), { sendMail });
});
beforeEach(() => {
  react = (_, event) => event;
  takesMail = true;
});
afterAll(() => world.harness.dispose());

const codeIn = (html = "") => /\d{6}/.exec(html)?.[0] ?? "";
const lastCode = () => codeIn(mails.at(-1)?.html);
const sources = () => world.triggered.map(({ name, event }) => `${name} ${event.triggerSource}`);

const join = async (email: string) => {
  const browser = world.browser(email);
  await browser.signUp(passwordOf);
  await browser.confirm(lastCode());
  return browser;
};

test("events come as Cognito shapes them, with what the client said", async () => {
  const email = freshEmail();
  const before = world.triggered.length;
  const signedUp = await world.browser(email).signUp(passwordOf);
  expect(world.triggered[before]?.event).toEqual({
    version: "1",
    region: "us-east-1",
    userPoolId: world.pool.userPoolId,
    userName: signedUp?.userSub,
    callerContext: {
      awsSdkVersion: "aws-sdk-unknown-unknown",
      clientId: world.pool.userPoolClientId,
    },
    triggerSource: "CustomMessage_SignUp",
    request: {
      userAttributes: {
        sub: signedUp?.userSub,
        email,
        email_verified: "false",
        "cognito:user_status": "UNCONFIRMED",
      },
      codeParameter: "{####}",
      linkParameter: "{##Click Here##}",
      usernameParameter: null,
      clientMetadata: { page: "test" },
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  });
});

test("each step runs its own trigger", async () => {
  const before = sources().length;
  const browser = world.browser(freshEmail());
  await browser.signUp(passwordOf);
  await browser.resend();
  await browser.confirm(lastCode());
  await browser.forgot();
  await browser.reset(lastCode(), passwordOf);
  await browser.signIn(passwordOf);
  await browser.changeEmail(freshEmail());
  await browser.sendEmailCode();
  expect(sources().slice(before)).toEqual([
    "words CustomMessage_SignUp",
    "words CustomMessage_ResendCode",
    "joined PostConfirmation_ConfirmSignUp",
    "words CustomMessage_ForgotPassword",
    "joined PostConfirmation_ConfirmForgotPassword",
    "words CustomMessage_UpdateUserAttribute",
    "words CustomMessage_VerifyUserAttribute",
  ]);
});

test("a trigger's own words go out, with the code in its place", async () => {
  react = (_, event) => ({
    ...event,
    response: { emailSubject: "Come in", emailMessage: '<a href="https://x/#{####}">in</a>' },
  });
  const email = freshEmail();
  await world.browser(email).signUp(passwordOf);
  expect(mails.at(-1)).toMatchObject({ to: email, subject: "Come in" });
  expect(mails.at(-1)?.html).toMatch(/^<a href="https:\/\/x\/#\d{6}">in<\/a>$/);
});

describe("a trigger's answer", () => {
  test.each([
    {
      name: "without the code's place gives way to the pool's words",
      response: { emailMessage: "hello" },
      refused: "not refused",
    },
    {
      name: "that is too long is refused",
      response: { emailMessage: `{####}${"x".repeat(20_000)}` },
      refused: "InvalidLambdaResponseException",
    },
    {
      name: "that is no event is refused",
      response: "nothing",
      refused: "InvalidLambdaResponseException",
    },
  ])("$name", async ({ response, refused }) => {
    react = (_, event) => ({ ...event, response });
    expect(await refusal(world.browser(freshEmail()).signUp(passwordOf))).toMatch(refused);
  });
});

test("who is confirmed stays so when the trigger fails", async () => {
  const browser = world.browser(freshEmail());
  await browser.signUp(passwordOf);
  react = () => {
    throw new Error("out of order");
  };
  expect(await refusal(browser.confirm(lastCode()))).toBe(
    "UserLambdaValidationException: PostConfirmation failed with error out of order.",
  );
  expect((await browser.signIn(passwordOf)).isValid()).toBe(true);
});

test("who could not be mailed may ask for another mail", async () => {
  const browser = world.browser(freshEmail());
  takesMail = false;
  expect(await refusal(browser.signUp(passwordOf))).toMatch("CodeDeliveryFailureException");
  takesMail = true;
  await browser.resend();
  expect(await browser.confirm(lastCode())).toBe("SUCCESS");
});

describe("a user whom an administrator makes", () => {
  const create = (input: Partial<AdminCreateUserCommandInput>) =>
    world.harness.cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: world.pool.userPoolId,
        Username: freshEmail(),
        ...input,
      }),
    );

  test("is mailed a temporary password", async () => {
    await create({ TemporaryPassword: "temporary one" });
    expect(sources().at(-1)).toBe("words CustomMessage_AdminCreateUser");
    expect(mails.at(-1)?.html).toMatch(
      /^Your username is Ada.* temporary password is temporary one$/,
    );
  });

  test("is not mailed where that is suppressed", async () => {
    const [runs, sent] = [sources().length, mails.length];
    await create({ MessageAction: "SUPPRESS" });
    expect([sources().length, mails.length]).toEqual([runs, sent]);
  });
});

test("a reset is confirmed to the trigger with the user's state", async () => {
  const email = freshEmail();
  const browser = await join(email);
  await browser.forgot();
  await browser.reset(lastCode(), "a new password");
  expect(world.triggered.at(-1)?.event).toMatchObject({
    triggerSource: "PostConfirmation_ConfirmForgotPassword",
    request: {
      userAttributes: { email, email_verified: "true", "cognito:user_status": "CONFIRMED" },
      clientMetadata: { page: "test" },
    },
    response: {},
  });
});
