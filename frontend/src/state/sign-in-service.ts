/* eslint-disable @typescript-eslint/no-deprecated -- the whole library is marked so: it is in maintenance, and speaks SRP, which nothing else of its size does */
import {
  AuthenticationDetails,
  CognitoAccessToken,
  CognitoIdToken,
  CognitoRefreshToken,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
  CognitoUserSession,
} from "amazon-cognito-identity-js";
import { createMemoryStorage } from "./memory-storage";
import { refreshTokens } from "./refresh-tokens";
import { toRefusal } from "./sign-in-refusal";

export type SignInConfig = {
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** null: at AWS's own address. */
  readonly signInEndpoint: string | null;
};

export type User = CognitoUser;

/** Somebody with tokens. */
export type SignedInUser = {
  readonly user: User;
  /** Cognito's `sub`. */
  readonly id: string;
  readonly email: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** How long the access token lives from when it was issued, by the service's clock. */
  readonly livesMs: number;
};

type Words = Record<string, string>;

/** A callback of the library as a promise. */
const promised = <T>(start: (done: (error: unknown, value?: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    start((error, value) => {
      if (error) reject(toRefusal(error));
      else resolve(value as T);
    });
  });

/** The same of its other kind of callback. */
const settled = (
  start: (callbacks: { onSuccess: () => void; onFailure: (error: unknown) => void }) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    start({ onSuccess: () => resolve(), onFailure: (error) => reject(toRefusal(error)) });
  });

const cleaned = (email: string): string => email.trim().toLowerCase();

const signedInUser = (user: User, tokens: CognitoUserSession): SignedInUser => {
  const access = tokens.getAccessToken();
  const { email, sub } = tokens.getIdToken().payload as { email?: string; sub?: string };
  return {
    user,
    id: sub ?? user.getUsername(),
    email: email ?? "",
    accessToken: access.getJwtToken(),
    refreshToken: tokens.getRefreshToken().getToken(),
    livesMs: (access.getExpiration() - access.getIssuedAt()) * 1_000,
  };
};

/** Cognito's own browser library, in promises; the password never leaves the browser (SRP). */
export const createSignInService = (config: SignInConfig) => {
  const { userPoolId: UserPoolId, userPoolClientId: ClientId, signInEndpoint } = config;
  // The library keeps nothing beyond this page: what outlives it is `kept-session`'s.
  const Storage = createMemoryStorage();
  const endpoint =
    signInEndpoint ?? `https://cognito-idp.${UserPoolId.split("_")[0] ?? ""}.amazonaws.com/`;
  const pool = new CognitoUserPool({ UserPoolId, ClientId, endpoint, Storage });
  const userOf = (name: string) => new CognitoUser({ Username: name, Pool: pool, Storage });

  return {
    async refresh(id: string, RefreshToken: string): Promise<SignedInUser> {
      const fresh = await refreshTokens(endpoint, ClientId, RefreshToken, fetch);
      const user = userOf(id);
      const tokens = new CognitoUserSession({
        AccessToken: new CognitoAccessToken({ AccessToken: fresh.accessToken }),
        IdToken: new CognitoIdToken({ IdToken: fresh.idToken }),
        RefreshToken: new CognitoRefreshToken({ RefreshToken }),
      });
      user.setSignInUserSession(tokens);
      return signedInUser(user, tokens);
    },
    signIn: (email: string, password: string) =>
      new Promise<SignedInUser>((resolve, reject) => {
        const user = userOf(cleaned(email));
        user.authenticateUser(
          new AuthenticationDetails({ Username: user.getUsername(), Password: password }),
          {
            onSuccess: (tokens) => resolve(signedInUser(user, tokens)),
            onFailure: (error) => reject(toRefusal(error)),
          },
        );
      }),
    signUp: (email: string, password: string, metadata: Words = {}): Promise<unknown> =>
      promised((done) => pool.signUp(cleaned(email), password, [], [], done, metadata)),
    confirm: (email: string, code: string, metadata: Words = {}): Promise<unknown> =>
      promised((done) => userOf(cleaned(email)).confirmRegistration(code, false, done, metadata)),
    resendConfirmation: (email: string, metadata: Words = {}): Promise<unknown> =>
      promised((done) => userOf(cleaned(email)).resendConfirmationCode(done, metadata)),
    forgot: (email: string): Promise<void> =>
      settled((callbacks) => userOf(cleaned(email)).forgotPassword(callbacks)),
    reset: (email: string, code: string, password: string): Promise<void> =>
      settled((callbacks) => userOf(cleaned(email)).confirmPassword(code, password, callbacks)),
    changePassword: (user: User, before: string, after: string): Promise<unknown> =>
      promised((done) => user.changePassword(before, after, done)),
    /** Sends a code to the new address, which counts once the code is given back. */
    changeEmail: (user: User, email: string): Promise<unknown> =>
      promised((done) =>
        user.updateAttributes(
          [new CognitoUserAttribute({ Name: "email", Value: cleaned(email) })],
          done,
        ),
      ),
    verifyEmail: (user: User, code: string): Promise<void> =>
      settled((callbacks) => user.verifyAttribute("email", code, callbacks)),
    /** Makes the refresh token worthless. */
    revoke: (user: User): Promise<void> =>
      new Promise((resolve) => {
        user.signOut(() => resolve());
      }),
  };
};

export type SignInService = ReturnType<typeof createSignInService>;
