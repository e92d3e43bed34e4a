/* eslint-disable @typescript-eslint/no-deprecated -- the whole library is marked so: it is in maintenance, and speaks SRP, which nothing else of its size does */
import {
  AuthenticationDetails,
  CognitoRefreshToken,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
  type CognitoUserSession,
} from "amazon-cognito-identity-js";
import type { TokenStorage } from "./token-storage";

export type SignInConfig = {
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** null: at AWS's own address. */
  readonly signInEndpoint: string | null;
};

export type User = CognitoUser;
export type Tokens = CognitoUserSession;

type Words = Record<string, string>;

/** A callback of the library as a promise. */
const promised = <T>(start: (done: (error: unknown, value?: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    start((error, value) => {
      if (error) reject(error instanceof Error ? error : new Error("sign-in service failed"));
      else resolve(value as T);
    });
  });

/** Cognito's own browser library, in promises; the password never leaves the browser (SRP). */
export const createSignInService = (config: SignInConfig, tokens: TokenStorage) => {
  const Storage = tokens as unknown as Storage;
  const pool = new CognitoUserPool({
    UserPoolId: config.userPoolId,
    ClientId: config.userPoolClientId,
    ...(config.signInEndpoint !== null && { endpoint: config.signInEndpoint }),
    Storage,
  });
  const userOf = (email: string) =>
    new CognitoUser({ Username: email.trim().toLowerCase(), Pool: pool, Storage });

  return {
    /** The user whose refresh token this browser keeps. */
    remembered: (): CognitoUser | null => pool.getCurrentUser(),
    refresh: (user: CognitoUser): Promise<CognitoUserSession> => {
      const name = `CognitoIdentityServiceProvider.${config.userPoolClientId}.${user.getUsername()}`;
      const token = new CognitoRefreshToken({
        RefreshToken: tokens.getItem(`${name}.refreshToken`) ?? "",
      });
      return promised((done) => user.refreshSession(token, done));
    },
    signIn: (email: string, password: string) =>
      new Promise<{ user: CognitoUser; session: CognitoUserSession }>((resolve, reject) => {
        const user = userOf(email);
        user.authenticateUser(
          new AuthenticationDetails({ Username: user.getUsername(), Password: password }),
          { onSuccess: (session) => resolve({ user, session }), onFailure: reject },
        );
      }),
    signUp: (email: string, password: string, metadata: Words = {}): Promise<unknown> =>
      promised((done) => pool.signUp(email.trim().toLowerCase(), password, [], [], done, metadata)),
    confirm: (email: string, code: string, metadata: Words = {}): Promise<unknown> =>
      promised((done) => userOf(email).confirmRegistration(code, false, done, metadata)),
    resendConfirmation: (email: string, metadata: Words = {}): Promise<unknown> =>
      promised((done) => userOf(email).resendConfirmationCode(done, metadata)),
    forgot: (email: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const done = () => resolve();
        userOf(email).forgotPassword({
          onSuccess: done,
          inputVerificationCode: done,
          onFailure: reject,
        });
      }),
    reset: (email: string, code: string, password: string): Promise<void> =>
      new Promise((resolve, reject) => {
        userOf(email).confirmPassword(code, password, {
          onSuccess: () => resolve(),
          onFailure: reject,
        });
      }),
    changePassword: (user: CognitoUser, before: string, after: string): Promise<unknown> =>
      promised((done) => user.changePassword(before, after, done)),
    /** Sends a code to the new address, which counts once the code is given back. */
    changeEmail: (user: CognitoUser, email: string): Promise<unknown> =>
      promised((done) =>
        user.updateAttributes([new CognitoUserAttribute({ Name: "email", Value: email })], done),
      ),
    verifyEmail: (user: CognitoUser, code: string): Promise<void> =>
      new Promise((resolve, reject) => {
        user.verifyAttribute("email", code, {
          onSuccess: () => resolve(),
          onFailure: reject,
        });
      }),
    /** Forgets the tokens of this browser, and makes the refresh token worthless. */
    signOut: (user: CognitoUser): Promise<void> =>
      new Promise((resolve) => {
        user.signOut(() => resolve());
      }),
  };
};

export type SignInService = ReturnType<typeof createSignInService>;
