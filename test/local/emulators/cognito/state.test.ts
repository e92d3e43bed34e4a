import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { createUserPool } from "../../../../local/create-user-pool";
import { freshEmail, openSignIn, passwordOf, refusal, type SignInWorld } from "./world";

let world: SignInWorld;
beforeAll(async () => {
  world = await openSignIn();
});
afterAll(() => world.harness.dispose());

const onDisk = async (): Promise<string> => {
  const names = await readdir(world.dataDir, { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile());
  const texts = files.map((file) => readFile(join(file.parentPath, file.name), "latin1"));
  return (await Promise.all(texts)).join("\n");
};

test("users, sessions, codes and keys outlive a restart", async () => {
  const email = freshEmail();
  const browser = await world.join(email);
  const session = await browser.signIn(passwordOf);
  await browser.forgot();
  world.harness = await world.harness.restart();
  expect(await refusal(world.refresh(session))).toBe("not refused");
  const after = world.browser(email);
  expect((await after.signIn(passwordOf)).isValid()).toBe(true);
  expect(await after.attributes()).toMatchObject({ email, email_verified: "true" });
  expect(await after.reset(world.codeTo(email), "a new password")).toBe("SUCCESS");
});

test("no password, code or token is on disk", async () => {
  const email = freshEmail();
  const browser = await world.join(email, "a password like no other");
  const session = await browser.signIn("a password like no other");
  await browser.forgot();
  const text = await onDisk();
  expect(text).toContain(email);
  for (const secret of [
    "a password like no other",
    `"${world.codeTo(email)}"`,
    session.getAccessToken().getJwtToken(),
    session.getIdToken().getJwtToken(),
    session.getRefreshToken().getToken(),
  ]) {
    expect(text).not.toContain(secret);
  }
});

test("the pool is made once, with the settings of the stack in AWS", async () => {
  const { cognito } = world.harness;
  const triggers = { customMessage: "arn:a", postConfirmation: "arn:b" };
  expect(await createUserPool(cognito, { triggers })).toEqual(world.pool);
  const { userPoolId: UserPoolId, userPoolClientId: ClientId } = world.pool;
  expect(UserPoolId).toMatch(/^us-east-1_[0-9A-Za-z]{9}$/);
  expect(ClientId).toMatch(/^[0-9a-z]{26}$/);
  const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId }));
  expect(UserPool).toMatchObject({
    UsernameAttributes: ["email"],
    AutoVerifiedAttributes: ["email"],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ["email"] },
    Policies: { PasswordPolicy: { MinimumLength: 8, RequireSymbols: false } },
  });
  const { UserPoolClient } = await cognito.send(
    new DescribeUserPoolClientCommand({ UserPoolId, ClientId }),
  );
  expect(UserPoolClient).toMatchObject({
    PreventUserExistenceErrors: "ENABLED",
    EnableTokenRevocation: true,
    ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    RefreshTokenValidity: 30,
    AccessTokenValidity: 1,
  });
  expect(UserPoolClient?.ClientSecret).toBeUndefined();
});

describe("without a signature", () => {
  const post = (operation: string, headers: Record<string, string> = {}) =>
    fetch(world.harness.emulators.endpoint, {
      method: "POST",
      body: "{}",
      headers: { "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`, ...headers },
    });
  const errorOf = async (answer: Promise<Response>) =>
    (await answer).headers.get("x-amzn-errortype");

  test.each(["SignUp", "InitiateAuth", "GetUser", "RevokeToken", "ForgotPassword"])(
    "%s is called",
    async (operation) => {
      expect(await errorOf(post(operation))).toBe("InvalidParameterException");
    },
  );

  test.each([
    "CreateUserPool",
    "DescribeUserPoolClient",
    "ListUserPools",
    "ListUsers",
    "AdminGetUser",
    "AdminSetUserPassword",
    "AdminDeleteUser",
    "AdminUserGlobalSignOut",
    "constructor",
    "Unknown",
  ])("%s is not", async (operation) => {
    expect(await errorOf(post(operation))).toBe("MissingAuthenticationTokenException");
  });

  test("nothing is called by a page of another address", async () => {
    const origin = "http://localhost:8080";
    expect(await errorOf(post("SignUp", { origin }))).toBe("AccessDeniedException");
    const path = `/${world.pool.userPoolId}/.well-known/jwks.json`;
    const keys = (headers: Record<string, string>) =>
      fetch(`${world.harness.emulators.endpoint}${path}`, { headers });
    expect((await keys({ origin })).status).toBe(403);
    expect(await (await keys({})).json()).toMatchObject({ keys: [{ alg: "RS256", use: "sig" }] });
  });

  test("a key set tells no private number, and there is none of other pools", async () => {
    const { endpoint } = world.harness.emulators;
    const own = await fetch(`${endpoint}/${world.pool.userPoolId}/.well-known/jwks.json`);
    const { keys } = (await own.json()) as { keys: object[] };
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
    expect((await fetch(`${endpoint}/us-east-1_Other0000/.well-known/jwks.json`)).status).toBe(403);
  });
});
