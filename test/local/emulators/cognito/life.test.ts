import { freshEmail, openSignIn, passwordOf, refusal, type SignInWorld } from "./world";

let world: SignInWorld;
let email = "";
beforeAll(async () => {
  world = await openSignIn();
});
beforeEach(() => {
  email = freshEmail();
});
afterAll(() => world.harness.dispose());

const claims = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as never;

test("somebody signs up, confirms by the mailed code, signs in, and stays signed in", async () => {
  const browser = world.browser(email);
  const signedUp = await browser.signUp(passwordOf);
  expect(signedUp).toMatchObject({
    userConfirmed: false,
    codeDeliveryDetails: {
      Destination: "a***@e***",
      DeliveryMedium: "EMAIL",
      AttributeName: "email",
    },
  });
  expect(world.mails.slice(-1)).toMatchObject([{ to: email, subject: "Your verification code" }]);
  expect(await refusal(browser.signIn(passwordOf))).toBe(
    "UserNotConfirmedException: User is not confirmed.",
  );
  expect(await browser.confirm(world.codeTo(email))).toBe("SUCCESS");
  // In whatever case they write their address.
  const session = await world.browser(email.toUpperCase()).signIn(passwordOf);
  const access = claims(session.getAccessToken().getJwtToken());
  expect(access).toMatchObject({
    sub: signedUp?.userSub,
    username: signedUp?.userSub,
    token_use: "access",
    client_id: world.pool.userPoolClientId,
    iss: `https://cognito-idp.us-east-1.amazonaws.com/${world.pool.userPoolId}`,
    scope: "aws.cognito.signin.user.admin",
    exp: Number(access.iat) + 3_600,
  });
  expect(claims(session.getIdToken().getJwtToken())).toMatchObject({
    email,
    email_verified: true,
    aud: world.pool.userPoolClientId,
    "cognito:username": signedUp?.userSub,
    token_use: "id",
    origin_jti: access.origin_jti,
  });
});

test("a refreshed session began when its user signed in", async () => {
  const browser = await world.join(email);
  const first = await browser.signIn(passwordOf);
  world.harness.advance(50 * 60_000);
  const second = await browser.refresh(first);
  const [before, after] = [first, second].map((session) =>
    claims(session.getAccessToken().getJwtToken()),
  );
  expect(Number(after?.iat)).toBe(Number(before?.iat) + 3_000);
  expect(after?.auth_time).toBe(before?.auth_time);
  expect(after?.origin_jti).toBe(before?.origin_jti);
  expect(after?.jti).not.toBe(before?.jti);
  world.harness.advance(31 * 86_400_000);
  expect(await refusal(world.refresh(second))).toMatch("Refresh Token has expired");
});

test("a password is changed by whoever knows the old one", async () => {
  const browser = await world.join(email);
  await browser.signIn(passwordOf);
  expect(await refusal(browser.changePassword("not that one", "something else"))).toBe(
    "NotAuthorizedException: Incorrect username or password.",
  );
  expect(await browser.changePassword(passwordOf, "something else")).toBe("SUCCESS");
  expect(await refusal(browser.signIn(passwordOf))).toMatch("Incorrect username or password.");
  expect((await browser.signIn("something else")).isValid()).toBe(true);
});

describe("a forgotten password", () => {
  test("is reset by the mailed code, once", async () => {
    const browser = await world.join(email);
    await browser.forgot();
    const code = world.codeTo(email);
    expect(await refusal(browser.reset(code, "short"))).toMatch("InvalidPasswordException");
    expect(await browser.reset(code, "a new password")).toBe("SUCCESS");
    expect((await browser.signIn("a new password")).isValid()).toBe(true);
    expect(await refusal(browser.reset(code, "another password"))).toMatch("ExpiredCodeException");
  });

  test.each([
    { name: "within the hour", ms: 3_599_000, answer: "not refused" },
    {
      name: "not after it",
      ms: 3_600_000,
      answer: "ExpiredCodeException: Invalid code provided, please request a code again.",
    },
  ])("is reset $name", async ({ ms, answer }) => {
    const browser = await world.join(email);
    await browser.forgot();
    world.harness.advance(ms);
    expect(await refusal(browser.reset(world.codeTo(email), "a new password"))).toBe(answer);
  });

  test("is not reset by the code of an earlier mail", async () => {
    const browser = await world.join(email);
    await browser.forgot();
    const earlier = world.codeTo(email);
    do await browser.forgot();
    while (world.codeTo(email) === earlier);
    expect(await refusal(browser.reset(earlier, "a new password"))).toMatch(
      "CodeMismatchException",
    );
  });
});

test("a sign-up's code is good for a day", async () => {
  const browser = world.browser(email);
  await browser.signUp(passwordOf);
  world.harness.advance(86_400_000);
  expect(await refusal(browser.confirm(world.codeTo(email)))).toMatch("ExpiredCodeException");
  await browser.resend();
  expect(await browser.confirm(world.codeTo(email))).toBe("SUCCESS");
});

describe("another e-mail address", () => {
  test("takes the old one's place once it is verified", async () => {
    const browser = await world.join(email);
    await browser.signIn(passwordOf);
    await browser.changeEmail("lovelace@example.com");
    expect(await browser.attributes()).toMatchObject({ email, email_verified: "true" });
    expect(await refusal(world.browser("lovelace@example.com").signIn(passwordOf))).toMatch(
      "NotAuthorizedException",
    );
    await browser.sendEmailCode();
    await browser.verifyEmail(world.codeTo("lovelace@example.com"));
    expect(await browser.attributes()).toMatchObject({
      email: "lovelace@example.com",
      email_verified: "true",
    });
    const moved = await world.browser("lovelace@example.com").signIn(passwordOf);
    expect(moved.isValid()).toBe(true);
    expect(await refusal(world.browser(email).signIn(passwordOf))).toMatch(
      "NotAuthorizedException",
    );
  });

  test("is not taken from somebody who has it, or got it meanwhile", async () => {
    const browser = await world.join(email);
    await world.join("grace@example.com");
    await browser.signIn(passwordOf);
    expect(await refusal(browser.changeEmail("Grace@Example.com"))).toMatch("AliasExistsException");
    await browser.changeEmail("new@example.com");
    const code = world.codeTo("new@example.com");
    await world.browser("new@example.com").signUp(passwordOf);
    expect(await refusal(browser.verifyEmail(code))).toMatch("AliasExistsException");
  });
});

describe("sessions end", () => {
  const dead = "NotAuthorizedException: Access Token has been revoked";

  test("everywhere at once by a global sign-out", async () => {
    const browser = await world.join(email);
    const other = world.browser(email);
    const session = await other.signIn(passwordOf);
    await browser.signIn(passwordOf);
    expect(await browser.signOutEverywhere()).toBe("SUCCESS");
    expect(await refusal(other.attributes())).toBe(dead);
    expect(await refusal(world.refresh(session))).toMatch("Invalid Refresh Token");
    expect((await other.signIn(passwordOf)).isValid()).toBe(true);
  });

  test("on one device by a sign-out there", async () => {
    const browser = await world.join(email);
    const other = world.browser(email);
    await other.signIn(passwordOf);
    const session = await browser.signIn(passwordOf);
    await browser.signOut();
    expect(await refusal(world.refresh(session))).toMatch("Invalid Refresh Token");
    expect(await other.attributes()).toMatchObject({ email });
  });

  test("with the account", async () => {
    const browser = await world.join(email);
    const session = await browser.signIn(passwordOf);
    await browser.remove();
    expect(await refusal(world.refresh(session))).toMatch("Invalid Refresh Token");
    expect(await refusal(browser.signIn(passwordOf))).toMatch("NotAuthorizedException");
  });

  test("when the access token expires, but for a refresh", async () => {
    const browser = await world.join(email);
    await browser.signIn(passwordOf);
    world.harness.advance(3_601_000);
    expect(await refusal(browser.attributes())).toMatch("Access Token has expired");
  });
});
