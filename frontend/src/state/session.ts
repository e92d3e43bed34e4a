import { batch, createSignal } from "solid-js";
import { ApiError } from "../api/api-error";
import { type Call, createCall } from "../api/call";
import type { Kept, KeptSession } from "./kept-session";
import type { SignIn } from "./open-sign-in";
import { isSessionOver } from "./sign-in-refusal";
import type { SignedInUser, SignInService, User } from "./sign-in-service";

/** `unknown` until this browser's refresh token was tried; `expired`: signed in until just now. */
export type SignInState = "unknown" | "signed-out" | "signed-in" | "expired";

export type SessionParts = {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly kept: KeptSession;
  readonly open: () => Promise<SignIn>;
  /** Whatever was answered so far is another user's: nobody may see it any more. */
  readonly forgetAnswers: () => void;
  /** The same user is back: what could not be asked meanwhile can be. */
  readonly askAgain: () => void;
};

/** An access token is renewed when it has less than this to live. */
const spareMs = 60_000;

const noAnswer = () => new ApiError(0, "no_answer", "the sign-in service did not answer");
const sessionEnded = () => new ApiError(401, "unauthorized", "your session has ended; sign in");

/** Who is signed in, in this tab; other tabs are heard through what this browser keeps. */
export const createSession = ({ now, kept, open, forgetAnswers, askAgain }: SessionParts) => {
  const [state, setState] = createSignal<SignInState>("unknown");
  const [who, setWho] = createSignal<{ readonly id: string; readonly email: string }>();
  const [trouble, setTrouble] = createSignal<Error>();
  const [returns, setReturns] = createSignal(true);
  let signedIn: (SignedInUser & { readonly expiresAt: number }) | undefined;
  let renewing: Promise<string | undefined> | undefined;
  /** Counts sign-ins and sign-outs: an answer that was asked for before one of them is void. */
  let turn = 0;

  const enter = (user: SignedInUser): string => {
    turn += 1;
    const before = who();
    if (before !== undefined && before.id !== user.id) forgetAnswers();
    const isBack = state() === "expired" && before?.id === user.id;
    // By this clock from now on, as it may show another time than the service's.
    signedIn = { ...user, expiresAt: now() + user.livesMs };
    batch(() => {
      setWho({ id: user.id, email: user.email });
      setTrouble(undefined);
      setReturns(true);
      setState("signed-in");
    });
    if (isBack) askAgain();
    return user.accessToken;
  };
  const leave = (how: Exclude<SignInState, "signed-in">) => {
    turn += 1;
    signedIn = undefined;
    renewing = undefined;
    if (how !== "expired") forgetAnswers();
    batch(() => {
      if (how !== "expired") setWho(undefined);
      setState(how);
    });
  };

  const renew = async (): Promise<string | undefined> => {
    const began = turn;
    const { user, refreshToken } = kept.read() ?? {};
    if (user === undefined || refreshToken === undefined) {
      leave("signed-out");
      return undefined;
    }
    try {
      const { service } = await open();
      const fresh = await service.refresh(user, refreshToken);
      return began === turn ? enter(fresh) : signedIn?.accessToken;
    } catch (failure) {
      if (began !== turn) return signedIn?.accessToken;
      if (isSessionOver(failure)) {
        leave(state() === "unknown" ? "signed-out" : "expired");
        return undefined;
      }
      // Not reached: that says nothing about the session, and the token may live a little longer.
      if (signedIn && signedIn.expiresAt > now()) return signedIn.accessToken;
      throw noAnswer();
    }
  };
  const renewOnce = (): Promise<string | undefined> => {
    if (renewing) return renewing;
    const mine = renew().finally(() => {
      if (renewing === mine) renewing = undefined;
    });
    renewing = mine;
    return mine;
  };

  const token = async (): Promise<string | undefined> => {
    if (signedIn && signedIn.expiresAt - now() > spareMs) return signedIn.accessToken;
    return state() === "expired" || state() === "signed-out" ? undefined : renewOnce();
  };
  const start = async (): Promise<void> => {
    setTrouble(undefined);
    await token().catch((failure: unknown) => void setTrouble(failure as Error));
  };

  kept.onChange((next: Kept | undefined) => {
    if (next === undefined) {
      if (state() !== "signed-out") leave("signed-out");
    } else if (next.user !== who()?.id) {
      leave("unknown");
      void start();
    } else if (state() === "expired") {
      renewOnce().catch(() => undefined);
    }
  });

  const call: Call = createCall({
    token: async () => {
      const access = await token();
      if (access === undefined) throw sessionEnded();
      return access;
    },
    onRefused: (refused) => {
      // An answer to a token that was replaced meanwhile says nothing about the new one.
      if (signedIn && refused === signedIn.accessToken) leave("expired");
    },
  });
  return {
    state,
    /** Who is signed in, or was until the session expired. */
    who,
    /** Why it can't be found out who is signed in: the service did not answer. */
    trouble,
    /** Whether the next sign-in leads back to the page: not after a sign-out on this one. */
    returns,
    call,
    /** Finds out whether this browser is signed in. */
    start,
    config: async () => (await open()).config,
    service: async (): Promise<SignInService> => (await open()).service,
    /** Whoever is signed in, with tokens that are good. @throws ApiError where nobody is. */
    async user(): Promise<User> {
      await token();
      if (!signedIn) throw sessionEnded();
      return signedIn.user;
    },
    async signIn(email: string, password: string): Promise<void> {
      const { service } = await open().catch(() => {
        throw noAnswer();
      });
      const user = await service.signIn(email, password);
      kept.write({ user: user.id, refreshToken: user.refreshToken });
      enter(user);
    },
    /** Of all tabs of this browser, at once; that the service voids the token is not waited for. */
    signOut(): void {
      const gone = signedIn?.user;
      kept.forget();
      batch(() => {
        setReturns(false);
        leave("signed-out");
      });
      if (!gone) return;
      void open()
        .then(({ service }) => service.revoke(gone))
        .catch(() => undefined);
    },
  };
};

export type Session = ReturnType<typeof createSession>;
