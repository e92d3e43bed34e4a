import { getMe } from "../../../core/contract/me";
import type { Kept, KeptSession } from "../../../frontend/src/state/kept-session";
import type { SignIn } from "../../../frontend/src/state/open-sign-in";
import { createSession } from "../../../frontend/src/state/session";
import { SignInRefusal } from "../../../frontend/src/state/sign-in-refusal";
import type { SignedInUser } from "../../../frontend/src/state/sign-in-service";

const minuteMs = 60_000;
const dead = new SignInRefusal("NotAuthorizedException", "Refresh Token has been revoked");
const unreachable = new TypeError("Failed to fetch");

const userOf = (id: string, accessToken: string): SignedInUser => ({
  user: { id } as never,
  id,
  email: `${id}@example.com`,
  accessToken,
  refreshToken: `refresh-${id}`,
  livesMs: 60 * minuteMs,
});

/** A tab with a clock, a storage and a sign-in service that the test decides on. */
const openTab = (keptAtFirst?: Kept) => {
  let now = 1_000_000;
  let stored = keptAtFirst;
  let otherTab: (kept: Kept | undefined) => void = () => {};
  const kept: KeptSession = {
    read: () => stored,
    write: (next) => {
      stored = next;
    },
    forget: () => {
      stored = undefined;
    },
    onChange: (changed) => {
      otherTab = changed;
    },
  };
  let renewals = 0;
  const refresh = jest.fn(async (id: string, _token: string) => {
    renewals += 1;
    return userOf(id, `access-${renewals}`);
  });
  const revoke = jest.fn(async () => {});
  const signIn = jest.fn(async (email: string, _password: string) =>
    userOf(email.replace(/@.*/, ""), "access-typed"),
  );
  const forgetAnswers = jest.fn();
  const askAgain = jest.fn();
  const open = jest.fn(async () => ({ service: { refresh, revoke, signIn } }) as unknown as SignIn);
  const session = createSession({ now: () => now, kept, open, forgetAnswers, askAgain });
  return {
    session,
    refresh,
    revoke,
    open,
    forgetAnswers,
    askAgain,
    stored: () => stored,
    pass: (ms: number) => {
      now += ms;
    },
    /** As another tab writes it. */
    elsewhere: async (next: Kept | undefined) => {
      stored = next;
      otherTab(next);
      await new Promise(setImmediate);
    },
  };
};

const ada: Kept = { user: "ada", refreshToken: "refresh-ada" };
const grace: Kept = { user: "grace", refreshToken: "refresh-grace" };

const answers: Response[] = [];
const sent: string[] = [];
beforeEach(() => {
  answers.length = 0;
  sent.length = 0;
  jest.spyOn(globalThis, "fetch").mockImplementation(async (_url, init) => {
    sent.push(new Headers(init?.headers).get("authorization") ?? "");
    return (
      answers.shift() ??
      Response.json({
        user: { id: "ada", email: "a@b.c", createdAt: "2026-11-24T00:00:00.000Z" },
        membership: null,
      })
    );
  });
});
afterEach(() => jest.restoreAllMocks());

test("nothing kept: signed out at once, and nobody is asked", async () => {
  const { session, open } = openTab();
  await session.start();
  expect(session.state()).toBe("signed-out");
  expect(open).not.toHaveBeenCalled();
});

test("a kept refresh token signs in, and a dead one signs out", async () => {
  const good = openTab(ada);
  await good.session.start();
  expect(good.session.state()).toBe("signed-in");
  expect(good.session.who()).toEqual({ id: "ada", email: "ada@example.com" });
  const bad = openTab(ada);
  bad.refresh.mockRejectedValue(dead);
  await bad.session.start();
  expect(bad.session.state()).toBe("signed-out");
});

test.each([
  ["no network", unreachable],
  ["too many calls", new SignInRefusal("TooManyRequestsException", "slow down")],
  ["its own trouble", new SignInRefusal("InternalErrorException", "oops")],
])("%s at the start signs nobody out: it is told, and tried again", async (_, failure) => {
  const { session, refresh, stored } = openTab(ada);
  refresh.mockRejectedValueOnce(failure);
  await session.start();
  expect([session.state(), session.trouble()?.message]).toEqual([
    "unknown",
    "the sign-in service did not answer",
  ]);
  expect(stored()).toEqual(ada);
  await session.start();
  expect([session.state(), session.trouble()]).toEqual(["signed-in", undefined]);
});

test("a token is renewed a minute before it ends, once for all who wait for it", async () => {
  const { session, refresh, pass } = openTab(ada);
  await session.start();
  pass(59 * minuteMs - 1);
  await session.call(getMe);
  expect(refresh).toHaveBeenCalledTimes(1);
  pass(1);
  await Promise.all([session.call(getMe), session.call(getMe), session.call(getMe)]);
  expect(refresh).toHaveBeenCalledTimes(2);
  expect(sent).toEqual(["Bearer access-1", ...Array(3).fill("Bearer access-2")]);
});

test("a renewal that is not reached falls back on the token while it lives, then is a failed call", async () => {
  const { session, refresh, pass } = openTab(ada);
  await session.start();
  refresh.mockRejectedValue(unreachable);
  pass(59.5 * minuteMs);
  await session.call(getMe);
  expect(sent).toEqual(["Bearer access-1"]);
  pass(minuteMs);
  await expect(session.call(getMe)).rejects.toMatchObject({ status: 0, code: "no_answer" });
  expect(session.state()).toBe("signed-in");
});

test("a renewal that is refused expires the session, and keeps what was answered", async () => {
  const { session, refresh, pass, forgetAnswers } = openTab(ada);
  await session.start();
  refresh.mockRejectedValue(dead);
  pass(61 * minuteMs);
  await expect(session.call(getMe)).rejects.toMatchObject({ status: 401 });
  expect([session.state(), session.who()?.id]).toEqual(["expired", "ada"]);
  expect(forgetAnswers).not.toHaveBeenCalled();
});

test("a token that the API refuses expires the session; the same user is back, and asked again", async () => {
  const { session, forgetAnswers, askAgain } = openTab(ada);
  await session.start();
  answers.push(new Response("{}", { status: 401 }));
  await expect(session.call(getMe)).rejects.toMatchObject({ status: 401 });
  expect(session.state()).toBe("expired");
  await session.signIn("ada@example.com", "correct horse 9");
  expect(session.state()).toBe("signed-in");
  expect(askAgain).toHaveBeenCalledTimes(1);
  expect(forgetAnswers).not.toHaveBeenCalled();
});

test("another user who signs in where a session expired finds nothing of the first one's", async () => {
  const { session, forgetAnswers } = openTab(ada);
  await session.start();
  answers.push(new Response("{}", { status: 401 }));
  await session.call(getMe).catch(() => undefined);
  await session.signIn("grace@example.com", "correct horse 9");
  expect(session.who()?.id).toBe("grace");
  expect(forgetAnswers).toHaveBeenCalledTimes(1);
});

test("a refusal of a token that was replaced meanwhile expires nothing", async () => {
  const { session } = openTab(ada);
  await session.start();
  let answer: (response: Response) => void = () => {};
  jest.spyOn(globalThis, "fetch").mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const late = session.call(getMe);
  await new Promise(setImmediate);
  await session.signIn("ada@example.com", "correct horse 9");
  answer(new Response("{}", { status: 401 }));
  await expect(late).rejects.toMatchObject({ status: 401 });
  expect(session.state()).toBe("signed-in");
});

test("signing out forgets the token and all answers at once, and has the token voided", async () => {
  const { session, stored, forgetAnswers, revoke } = openTab(ada);
  await session.start();
  session.signOut();
  expect([session.state(), stored(), session.who()]).toEqual(["signed-out", undefined, undefined]);
  expect(forgetAnswers).toHaveBeenCalledTimes(1);
  await new Promise(setImmediate);
  expect(revoke).toHaveBeenCalledTimes(1);
});

test("a renewal under way does not bring back whoever signed out", async () => {
  const { session, refresh, pass, stored } = openTab(ada);
  await session.start();
  pass(60 * minuteMs);
  let answer: (user: SignedInUser) => void = () => {};
  refresh.mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const late = session.call(getMe);
  await new Promise(setImmediate);
  session.signOut();
  answer(userOf("ada", "access-late"));
  await expect(late).rejects.toMatchObject({ status: 401 });
  expect([session.state(), stored()]).toEqual(["signed-out", undefined]);
});

test("a sign-out in another tab signs this one out, and a sign-in is taken over", async () => {
  const { session, elsewhere, forgetAnswers } = openTab(ada);
  await session.start();
  await elsewhere(undefined);
  expect(session.state()).toBe("signed-out");
  expect(forgetAnswers).toHaveBeenCalledTimes(1);
  await elsewhere(grace);
  expect([session.state(), session.who()?.id]).toEqual(["signed-in", "grace"]);
});

test("another user's sign-in in another tab leaves nothing of this one's in sight", async () => {
  const { session, elsewhere, forgetAnswers } = openTab(ada);
  await session.start();
  await elsewhere(grace);
  expect(session.who()?.id).toBe("grace");
  expect(forgetAnswers).toHaveBeenCalledTimes(1);
});

test("signing in again in one tab brings the other back, with what it shows", async () => {
  const { session, elsewhere, forgetAnswers, askAgain } = openTab(ada);
  await session.start();
  answers.push(new Response("{}", { status: 401 }));
  await session.call(getMe).catch(() => undefined);
  await elsewhere({ user: "ada", refreshToken: "refresh-new" });
  expect(session.state()).toBe("signed-in");
  expect([forgetAnswers.mock.calls.length, askAgain.mock.calls.length]).toEqual([0, 1]);
});
