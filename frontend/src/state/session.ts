import { createSignal } from "solid-js";
import { getConfig } from "../../../core/contract/config";
import type { AnswerOf } from "../../../core/contract/operation";
import { type Call, createCall } from "../api/call";
import type { SignInService, Tokens, User } from "./sign-in-service";
import { createTokenStorage, isSignInChange } from "./token-storage";

/** `unknown` until this browser's refresh token was tried; `expired`: signed in until just now. */
export type SignInState = "unknown" | "signed-out" | "signed-in" | "expired";

export type Config = AnswerOf<typeof getConfig>;

/** An access token is renewed when it has less than this to live. */
const spareMs = 60_000;

type SignedIn = { readonly user: User; session: Tokens };

/**
 * Who is signed in, in this tab; other tabs are heard through local storage.
 *
 * @param now - milliseconds since 1970 UTC.
 */
export const createSession = (now: () => number) => {
  const [state, setState] = createSignal<SignInState>("unknown");
  const tokens = createTokenStorage(localStorage);
  let signedIn: SignedIn | undefined;
  let renewing: Promise<string | undefined> | undefined;

  const publicCall = createCall({ token: () => Promise.resolve(undefined), onRefused: () => {} });
  let asked: Promise<{ config: Config; service: SignInService }> | undefined;
  const open = () => {
    asked ??= Promise.all([publicCall(getConfig), import("./sign-in-service")]).then(
      ([config, { createSignInService }]) => ({
        config,
        service: createSignInService(config, tokens),
      }),
    );
    // Asked anew after a failure.
    asked.catch(() => {
      asked = undefined;
    });
    return asked;
  };

  const enter = (user: User, session: Tokens): string => {
    signedIn = { user, session };
    setState("signed-in");
    return session.getAccessToken().getJwtToken();
  };
  const leave = (how: "signed-out" | "expired") => {
    signedIn = undefined;
    setState(how);
  };
  const onRefused = () => {
    if (state() === "signed-in") leave("expired");
  };

  const renew = async (): Promise<string | undefined> => {
    const { service } = await open();
    const user = signedIn?.user ?? service.remembered();
    if (!user) {
      leave("signed-out");
      return undefined;
    }
    try {
      return enter(user, await service.refresh(user));
    } catch (error) {
      // A sign-in service that can't be reached says nothing about the session.
      if ((error as { code?: string }).code === "NetworkError") throw error;
      leave(state() === "signed-in" ? "expired" : "signed-out");
      return undefined;
    }
  };

  const token = async (): Promise<string | undefined> => {
    const access = signedIn?.session.getAccessToken();
    if (access && access.getExpiration() * 1_000 - now() > spareMs) return access.getJwtToken();
    if (state() === "expired") return undefined;
    renewing ??= renew().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  addEventListener("storage", (event) => {
    if (!isSignInChange(event)) return;
    if (event.newValue === null) leave("signed-out");
    else if (state() !== "signed-in") void token();
  });

  const call: Call = createCall({ token, onRefused });
  return {
    state,
    call,
    /** Finds out whether this browser is signed in. */
    start: () => token().then(() => undefined),
    config: async () => (await open()).config,
    service: async () => (await open()).service,
    /** Of whoever is signed in. @throws Error where nobody is. */
    user: (): User => {
      if (!signedIn) throw new Error("nobody is signed in");
      return signedIn.user;
    },
    async signIn(email: string, password: string): Promise<void> {
      const { service } = await open();
      const { user, session } = await service.signIn(email, password);
      enter(user, session);
    },
    async signOut(): Promise<void> {
      const user = signedIn?.user;
      const { service } = await open();
      leave("signed-out");
      if (user) await service.signOut(user);
    },
  };
};

export type Session = ReturnType<typeof createSession>;
