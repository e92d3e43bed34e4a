import { randomUUID } from "node:crypto";
import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { UserId } from "../../core/contract/fields";
import { createCognitoSignIn } from "../../lambdas/shared/aws/cognito-sign-in";
import { createMemorySignIn } from "../fakes/memory-sign-in";
import {
  openSignIn,
  passwordOf,
  refusal,
  type SignInWorld,
} from "../local/emulators/cognito/world";
import { type SignInPool, signInGuarantees } from "./sign-in-guarantees";

describe("sign-in in memory", () => {
  const signIn = createMemorySignIn();
  signInGuarantees(() => ({
    signIn,
    add: async (email, verified) => {
      const user = randomUUID() as string as UserId;
      signIn.add(user, email, verified);
      return user;
    },
  }));
});

describe("sign-in by Cognito", () => {
  let world: SignInWorld;
  let pool: SignInPool;
  const created = async (Username: string, verified: boolean) => {
    const { User } = await world.harness.cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: world.pool.userPoolId,
        Username,
        MessageAction: "SUPPRESS",
        UserAttributes: [
          { Name: "email", Value: Username },
          { Name: "email_verified", Value: String(verified) },
        ],
      }),
    );
    return User?.Username as string as UserId;
  };
  beforeAll(async () => {
    world = await openSignIn();
    const signIn = createCognitoSignIn(world.harness.cognito, world.pool.userPoolId);
    pool = { signIn, add: created };
  });
  afterAll(() => world.harness.dispose());
  signInGuarantees(() => pool);

  const seeded = async (email: string) => {
    const user = await created(email, true);
    await world.harness.cognito.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: world.pool.userPoolId,
        Username: user,
        Password: passwordOf,
        Permanent: true,
      }),
    );
    return user;
  };

  test("who was seeded signs in, and is signed out with all refresh tokens void", async () => {
    const user = await seeded("grace@example.com");
    const session = await world.browser("grace@example.com").signIn(passwordOf);
    expect(session.getAccessToken().payload.sub).toBe(user);
    await pool.signIn.signOut(user);
    expect(await refusal(world.refresh(session))).toMatch("Invalid Refresh Token");
  });

  test("users are found by their address and by their id", async () => {
    const user = await seeded("hedy@example.com");
    const { userPoolId: UserPoolId } = world.pool;
    const found = async (Filter: string) => {
      const { Users = [] } = await world.harness.cognito.send(
        new ListUsersCommand({ UserPoolId, Filter }),
      );
      return Users.map(({ Username }) => Username);
    };
    expect(await found('email = "Hedy@example.com"')).toEqual([user]);
    expect(await found(`sub = "${user}"`)).toEqual([user]);
    expect(await found('email = "nobody@example.com"')).toEqual([]);
    expect(await refusal(found('phone_number = "1"'))).toMatch("InvalidParameterException");
    const get = new AdminGetUserCommand({ UserPoolId, Username: "hedy@example.com" });
    expect(await world.harness.cognito.send(get)).toMatchObject({
      Username: user,
      UserStatus: "CONFIRMED",
      Enabled: true,
    });
  });
});
