import { getConfig } from "../../../core/contract/config";
import type { AnswerOf } from "../../../core/contract/operation";
import { createCall } from "../api/call";
import type { SignInService } from "./sign-in-service";

export type Config = AnswerOf<typeof getConfig>;

export type SignIn = { readonly config: Config; readonly service: SignInService };

/** The sign-in service, found and loaded when it is first needed, and looked for anew after a failure. */
export const createSignInOpener = (): (() => Promise<SignIn>) => {
  const call = createCall({ token: () => Promise.resolve(undefined), onRefused: () => {} });
  let asked: Promise<SignIn> | undefined;
  return () => {
    asked ??= Promise.all([call(getConfig), import("./sign-in-service")]).then(
      ([config, { createSignInService }]) => ({ config, service: createSignInService(config) }),
    );
    asked.catch(() => {
      asked = undefined;
    });
    return asked;
  };
};
