/* eslint-disable @typescript-eslint/no-deprecated -- the whole client is marked so: it is in maintenance, and what the dashboard signs in with */
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
  type CognitoUserSession,
  type ICognitoStorage,
  type ISignUpResult,
} from "amazon-cognito-identity-js";
import type { UserPool } from "../../../../local/create-user-pool";

/** The stock client of browsers, in promises. */
export type Browser = ReturnType<typeof openBrowser>;

const memory = (): ICognitoStorage => {
  const items = new Map<string, string>();
  const storage: ICognitoStorage = {
    setItem: (key, value) => {
      items.set(key, value);
    },
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => {
      items.delete(key);
    },
    clear: () => items.clear(),
  };
  return storage;
};

type Done<Value> = (error: unknown, value: Value) => void;
const promised = <Value>(run: (done: Done<Value>) => void) =>
  new Promise<Value>((resolve, reject) => {
    run((error, value) => {
      if (error instanceof Error) reject(error);
      else resolve(value);
    });
  });

export type Session = CognitoUserSession;

/** A user's page: what it stores is its own. */
export const openBrowser = (endpoint: string, pool: UserPool, email: string) => {
  const Storage = memory();
  const { userPoolId: UserPoolId, userPoolClientId: ClientId } = pool;
  const Pool = new CognitoUserPool({ UserPoolId, ClientId, endpoint, Storage });
  let user = new CognitoUser({ Username: email, Pool, Storage });
  const attribute = (Name: string, Value: string) => new CognitoUserAttribute({ Name, Value });
  const metadata = { page: "test" };
  return {
    signUp: (password: string) =>
      promised<ISignUpResult | undefined>((done) =>
        Pool.signUp(email, password, [attribute("email", email)], [], done, metadata),
      ),
    confirm: (code: string) =>
      promised<string>((done) => user.confirmRegistration(code, false, done, metadata)),
    resend: () =>
      promised<{ CodeDeliveryDetails: unknown }>((done) =>
        user.resendConfirmationCode(done as never, metadata),
      ),
    signIn: (password: string) => {
      user = new CognitoUser({ Username: email, Pool, Storage });
      return promised<CognitoUserSession>((done) =>
        user.authenticateUser(new AuthenticationDetails({ Username: email, Password: password }), {
          onSuccess: (session) => done(undefined, session),
          onFailure: (error) => done(error, undefined as never),
        }),
      );
    },
    refresh: (session: CognitoUserSession) =>
      promised<CognitoUserSession>((done) => user.refreshSession(session.getRefreshToken(), done)),
    changePassword: (before: string, after: string) =>
      promised<unknown>((done) => user.changePassword(before, after, done)),
    forgot: () =>
      promised<{ CodeDeliveryDetails: unknown }>((done) =>
        user.forgotPassword(
          {
            onSuccess: (sent: unknown) => done(undefined, sent as never),
            onFailure: (error) => done(error, undefined as never),
          },
          metadata,
        ),
      ),
    reset: (code: string, password: string) =>
      promised<string>((done) =>
        user.confirmPassword(
          code,
          password,
          {
            onSuccess: (success) => done(undefined, success),
            onFailure: (error) => done(error, ""),
          },
          metadata,
        ),
      ),
    changeEmail: (to: string) =>
      promised<unknown>((done) =>
        user.updateAttributes([attribute("email", to)], done as never, metadata),
      ),
    verifyEmail: (code: string) =>
      promised<string>((done) =>
        user.verifyAttribute("email", code, {
          onSuccess: (success) => done(undefined, success),
          onFailure: (error) => done(error, ""),
        }),
      ),
    sendEmailCode: () =>
      promised<unknown>((done) =>
        user.getAttributeVerificationCode("email", {
          onSuccess: (success) => done(undefined, success),
          onFailure: (error) => done(error, ""),
        }),
      ),
    attributes: async () => {
      const listed = await promised<CognitoUserAttribute[] | undefined>((done) =>
        user.getUserAttributes(done),
      );
      return Object.fromEntries((listed ?? []).map(({ Name, Value }) => [Name, Value]));
    },
    signOutEverywhere: () =>
      promised<string>((done) =>
        user.globalSignOut({
          onSuccess: (success) => done(undefined, success),
          onFailure: (error) => done(error, ""),
        }),
      ),
    signOut: () => promised<undefined>((done) => user.signOut(done as never)),
    remove: () => promised<unknown>((done) => user.deleteUser(done)),
  };
};
