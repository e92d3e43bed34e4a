import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from "node:crypto";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import { createCognitoTokenVerifier } from "../../../lambdas/shared/cognito-token-verifier";
import type { Session } from "../../local/emulators/cognito/browser";
import { openSignIn, passwordOf, type SignInWorld } from "../../local/emulators/cognito/world";

type KeySet = { keys: (Record<string, string> & { kid: string })[] };
let world: SignInWorld;
let session: Session;
let jwksUrl: string;
let keySet: KeySet;
beforeAll(async () => {
  world = await openSignIn();
  const { endpoint } = world.harness.emulators;
  jwksUrl = `${endpoint}/${world.pool.userPoolId}/.well-known/jwks.json`;
  session = await (await world.join("ada@example.com")).signIn(passwordOf);
  keySet = (await (await fetch(jwksUrl)).json()) as KeySet;
});
afterAll(() => world.harness.dispose());

const access = () => session.getAccessToken().getJwtToken();
const options = () => ({
  userPoolId: world.pool.userPoolId,
  clientId: world.pool.userPoolClientId,
  jwksUrl,
});
const read = (part = ""): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, "base64url").toString()) as never;
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
const rsa = (key: KeyObject) => (text: string) => sign("RSA-SHA256", Buffer.from(text), key);

/** The access token with changes; kept signature where none is made anew. */
const forged = (header: object, claims: object, signed?: (text: string) => Buffer): string => {
  const [head, payload, signature] = access().split(".");
  const text = `${encode({ ...read(head), ...header })}.${encode({ ...read(payload), ...claims })}`;
  return `${text}.${signed ? signed(text).toString("base64url") : signature}`;
};

test("an access token tells whose it is and when the session began, after a refresh as well", async () => {
  const verifier = createCognitoTokenVerifier(options());
  const { sub, auth_time: authTime } = session.getAccessToken().payload;
  const verified = { user: sub, sessionSince: Number(authTime) * 1_000 };
  expect(await verifier.verify(access())).toEqual(verified);
  world.harness.advance(5_000);
  const refreshed = (await world.refresh(session)) as {
    AuthenticationResult: { AccessToken: string };
  };
  expect(await verifier.verify(refreshed.AuthenticationResult.AccessToken)).toEqual(verified);
});

test("the stock verifier of Cognito's tokens takes both tokens", async () => {
  const { userPoolId, clientId } = options();
  for (const tokenUse of ["access", "id"] as const) {
    const stock = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse });
    stock.cacheJwks(keySet as never);
    const token = tokenUse === "access" ? access() : session.getIdToken().getJwtToken();
    expect((await stock.verify(token)).token_use).toBe(tokenUse);
  }
});

const { privateKey: otherKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const publicPem = () =>
  createPublicKey({ key: keySet.keys[0] as never, format: "jwk" }).export({
    type: "spki",
    format: "pem",
  });
const otherPool = "us-east-1_Other0000";

test.each<{ name: string; token: () => string }>([
  { name: "no token at all", token: () => "nonsense" },
  { name: "an id token", token: () => session.getIdToken().getJwtToken() },
  {
    name: "changed claims",
    token: () => forged({}, { sub: "00000000-0000-4000-8000-000000000000" }),
  },
  { name: "no algorithm", token: () => forged({ alg: "none" }, {}, () => Buffer.alloc(0)) },
  {
    name: "a signature by the public key as a shared secret",
    token: () =>
      forged({ alg: "HS256" }, {}, (text) =>
        createHmac("sha256", publicPem()).update(text).digest(),
      ),
  },
  { name: "another key's signature", token: () => forged({}, {}, rsa(otherKey)) },
  { name: "an unknown key", token: () => forged({ kid: "another" }, {}, rsa(otherKey)) },
  { name: "no key's name", token: () => forged({ kid: undefined }, {}, rsa(otherKey)) },
  {
    name: "another pool",
    token: () =>
      forged(
        {},
        { iss: `https://cognito-idp.us-east-1.amazonaws.com/${otherPool}` },
        rsa(otherKey),
      ),
  },
  {
    name: "the pool's other issuer",
    token: () =>
      forged(
        {},
        { iss: `https://issuer-cognito-idp.us-east-1.amazonaws.com/${world.pool.userPoolId}` },
      ),
  },
])("$name is refused", async ({ token }) => {
  expect(await createCognitoTokenVerifier(options()).verify(token())).toBeUndefined();
});

test("a good token of another app is refused", async () => {
  const verifier = createCognitoTokenVerifier({ ...options(), clientId: "a".repeat(26) });
  expect(await verifier.verify(access())).toBeUndefined();
});

describe("a token that has expired", () => {
  beforeEach(() =>
    jest.useFakeTimers({
      now: Date.now() + 3_601_000,
      doNotFake: ["nextTick", "setImmediate", "setTimeout"],
    }),
  );
  afterEach(() => jest.useRealTimers());
  test("is refused", async () => {
    expect(await createCognitoTokenVerifier(options()).verify(access())).toBeUndefined();
  });
});

test("keys are fetched once, and kept while they can't be", async () => {
  let fetched = 0;
  let away = false;
  const counted = (async (...call: Parameters<typeof fetch>) => {
    fetched += 1;
    if (away) throw new Error("away");
    return fetch(...call);
  }) as typeof fetch;
  const verifier = createCognitoTokenVerifier({ ...options(), fetch: counted });
  await Promise.all([verifier.verify(access()), verifier.verify(access())]);
  away = true;
  expect(await verifier.verify(access())).toBeDefined();
  expect(fetched).toBe(1);
});

test.each<{ name: string; answer: () => Promise<Response> }>([
  { name: "nobody answers", answer: () => Promise.reject(new Error("refused")) },
  { name: "the answer is an error", answer: async () => new Response("", { status: 503 }) },
  { name: "the answer is no key set", answer: async () => new Response("{}") },
])("where $name it fails, and does not take the token for a bad one", async ({ answer }) => {
  const verifier = createCognitoTokenVerifier({ ...options(), fetch: answer });
  await expect(verifier.verify(access())).rejects.toThrow();
  // Nor does a token that names another issuer make it ask.
  expect(await verifier.verify("nonsense")).toBeUndefined();
});
