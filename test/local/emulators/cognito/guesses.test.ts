import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { createAttempts } from "../../../../local/emulators/cognito/attempts";
import { freshEmail, openSignIn, passwordOf, refusal, type SignInWorld } from "./world";

let world: SignInWorld;
beforeAll(async () => {
  world = await openSignIn();
});
afterAll(() => world.harness.dispose());

const wrong = "NotAuthorizedException: Incorrect username or password.";
const locked = "NotAuthorizedException: Password attempts exceeded";

/** One guess, by the protocol alone: it takes no reckoning on the client's side. */
const guess = async (email: string) => {
  const ClientId = world.pool.userPoolClientId;
  const { cognito } = world.harness;
  const AuthParameters = { USERNAME: email, SRP_A: "2".repeat(700) };
  const { ChallengeParameters: given = {} } = await cognito.send(
    new InitiateAuthCommand({ ClientId, AuthFlow: "USER_SRP_AUTH", AuthParameters }),
  );
  const answer = new RespondToAuthChallengeCommand({
    ClientId,
    ChallengeName: "PASSWORD_VERIFIER",
    ChallengeResponses: {
      USERNAME: given.USER_ID_FOR_SRP ?? "",
      PASSWORD_CLAIM_SECRET_BLOCK: given.SECRET_BLOCK ?? "",
      PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32).toString("base64"),
      TIMESTAMP: "Tue Nov 24 00:00:00 UTC 2026",
    },
  });
  return { given, refused: await refusal(cognito.send(answer)), again: () => cognito.send(answer) };
};

const accounts = [
  {
    name: "somebody",
    email: async () => {
      const email = freshEmail();
      await world.join(email);
      return email;
    },
  },
  { name: "nobody", email: async () => freshEmail() },
];

describe.each(accounts)("guesses at the password of $name", (account) => {
  test("lock for a second after five, and for twice as long after each further", async () => {
    const email = await account.email();
    for (let n = 0; n < 5; n += 1) expect((await guess(email)).refused).toBe(wrong);
    expect((await guess(email)).refused).toBe(locked);
    world.harness.advance(1_000);
    expect((await guess(email)).refused).toBe(wrong);
    world.harness.advance(1_999);
    expect((await guess(email)).refused).toBe(locked);
    world.harness.advance(1);
    expect((await guess(email)).refused).toBe(wrong);
  });

  test("see the same kind of challenge, and the same salt again", async () => {
    const email = await account.email();
    const [one, two] = [await guess(email), await guess(email.toUpperCase())];
    expect(one.given.SALT).toMatch(/^[0-9a-f]{32}$/);
    expect(one.given.USER_ID_FOR_SRP).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const { SALT, USER_ID_FOR_SRP } = one.given;
    expect(two.given).toMatchObject({ SALT, USER_ID_FOR_SRP });
    expect(two.given.SRP_B).not.toBe(one.given.SRP_B);
  });

  test("ask for a reset code ten times in an hour, and no more", async () => {
    const email = await account.email();
    const browser = world.browser(email);
    const sent = {
      CodeDeliveryDetails: {
        Destination: "a***@e***",
        DeliveryMedium: "EMAIL",
        AttributeName: "email",
      },
    };
    for (let n = 0; n < 5; n += 1) {
      expect(await browser.forgot()).toEqual(sent);
      expect(await refusal(browser.reset("000000x", "a new password"))).toBe(
        "CodeMismatchException: Invalid verification code provided, please try again.",
      );
    }
    const limited = "LimitExceededException: Attempt limit exceeded, please try after some time.";
    expect(await refusal(browser.forgot())).toBe(limited);
    expect(await refusal(browser.reset(world.codeTo(email), "a new password"))).toBe(limited);
    world.harness.advance(3_600_000);
    expect(await browser.forgot()).toEqual(sent);
  });
});

test("nobody is mailed, whoever asks", async () => {
  const email = freshEmail();
  const before = world.mails.length;
  await world.browser(email).forgot();
  await world.browser(email).resend();
  expect(world.mails).toHaveLength(before);
});

test("a challenge is answered once", async () => {
  const { again } = await guess(freshEmail());
  expect(await refusal(again())).toBe("NotAuthorizedException: Invalid session for the user.");
});

test("the right password is not looked at while the account is locked, and unlocks it after", async () => {
  const email = freshEmail();
  const browser = await world.join(email);
  for (let n = 0; n < 5; n += 1) await guess(email);
  expect(await refusal(browser.signIn(passwordOf))).toBe(locked);
  world.harness.advance(1_000);
  expect((await browser.signIn(passwordOf)).isValid()).toBe(true);
  for (let n = 0; n < 5; n += 1) expect((await guess(email)).refused).toBe(wrong);
});

test.each(["0", "1", "ff".repeat(384), ""])("a client's number may not be %s", async (SRP_A) => {
  const start = new InitiateAuthCommand({
    ClientId: world.pool.userPoolClientId,
    AuthFlow: "USER_SRP_AUTH",
    AuthParameters: { USERNAME: freshEmail(), SRP_A },
  });
  expect(await refusal(world.harness.cognito.send(start))).toMatch("InvalidParameterException");
});

test("a lock never lasts longer than 15 minutes, and 15 quiet minutes end it", () => {
  let clock = 0;
  const attempts = createAttempts(() => clock);
  for (let n = 0; n < 40; n += 1) attempts.passwordFailed("a");
  expect(attempts.lockedForMs("a")).toBe(900_000);
  clock += 2 * 900_000 + 1;
  expect(attempts.lockedForMs("a")).toBe(0);
  attempts.passwordFailed("a");
  expect(attempts.lockedForMs("a")).toBe(0);
});

describe("a sign-up is refused", () => {
  test.each([
    {
      name: "a short password",
      password: "seven77",
      refused:
        "InvalidPasswordException: Password did not conform with policy: Password not long enough",
    },
    {
      name: "a password with a space at its end",
      password: "long enough ",
      refused: "InvalidParameterException",
    },
  ])("with $name", async ({ password, refused }) => {
    expect(await refusal(world.browser(freshEmail()).signUp(password))).toMatch(refused);
  });

  test("for an address that has an account, in any case", async () => {
    const email = freshEmail();
    await world.browser(email).signUp(passwordOf);
    expect(await refusal(world.browser(email.toLowerCase()).signUp(passwordOf))).toMatch(
      "UsernameExistsException",
    );
  });

  test("for what is no address", async () => {
    expect(await refusal(world.browser("ada").signUp(passwordOf))).toMatch("should be an email");
  });
});

test("who is confirmed is told so", async () => {
  const email = freshEmail();
  const browser = await world.join(email);
  expect(await refusal(browser.confirm("123456"))).toBe(
    "NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED",
  );
  expect(await refusal(browser.resend())).toBe(
    "InvalidParameterException: User is already confirmed.",
  );
});
