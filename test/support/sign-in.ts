/* eslint-disable @typescript-eslint/no-deprecated -- the whole client is marked so: it is in maintenance, and what the dashboard signs in with */
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from "amazon-cognito-identity-js";

/** What `/api/config` says of the sign-in service. */
export type SignInConfig = {
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly signInEndpoint: string | null;
};

type StorageOf = NonNullable<ConstructorParameters<typeof CognitoUserPool>[0]["Storage"]>;

const noStorage = () => {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => items.set(name, value),
    removeItem: (name: string) => items.delete(name),
    clear: () => items.clear(),
  };
};

/** The stock browser library, as the dashboard uses it, in promises. */
export const signInClient = (config: SignInConfig) => {
  const Storage = noStorage() as unknown as StorageOf;
  const pool = new CognitoUserPool({
    UserPoolId: config.userPoolId,
    ClientId: config.userPoolClientId,
    ...(config.signInEndpoint !== null && { endpoint: config.signInEndpoint }),
    Storage,
  });
  const userOf = (email: string) => new CognitoUser({ Username: email, Pool: pool, Storage });
  return {
    signUp: (email: string, password: string, metadata: Record<string, string> = {}) =>
      new Promise<string>((resolve, reject) => {
        pool.signUp(
          email,
          password,
          [],
          [],
          (error, result) =>
            result ? resolve(result.userSub) : reject(error ?? new Error("none")),
          metadata,
        );
      }),
    confirm: (email: string, code: string, metadata: Record<string, string> = {}) =>
      new Promise<void>((resolve, reject) => {
        userOf(email).confirmRegistration(
          code,
          false,
          (error?: Error) => (error ? reject(error) : resolve()),
          metadata,
        );
      }),
    signIn: (email: string, password: string) =>
      new Promise<CognitoUserSession>((resolve, reject) => {
        const details = new AuthenticationDetails({ Username: email, Password: password });
        userOf(email).authenticateUser(details, {
          onSuccess: resolve,
          onFailure: (error: Error) => reject(error),
        });
      }),
    forgot: (email: string) =>
      new Promise<void>((resolve, reject) => {
        userOf(email).forgotPassword({
          onSuccess: () => resolve(),
          onFailure: (error: Error) => reject(error),
          inputVerificationCode: () => resolve(),
        });
      }),
    reset: (email: string, code: string, password: string) =>
      new Promise<void>((resolve, reject) => {
        userOf(email).confirmPassword(code, password, {
          onSuccess: () => resolve(),
          onFailure: (error: Error) => reject(error),
        });
      }),
  };
};
