import { createKeptSession } from "../../../frontend/src/state/kept-session";
import { createMemoryStorage } from "../../../frontend/src/state/memory-storage";

const kept = { user: "ada", refreshToken: "refresh-ada" };

const open = () => {
  const storage = createMemoryStorage();
  const listeners = new Map<string, (event: object) => void>();
  const tab = {
    addEventListener: (type: string, listener: (event: object) => void) =>
      void listeners.set(type, listener),
  };
  const session = createKeptSession(storage, tab);
  const heard: unknown[] = [];
  session.onChange((now) => heard.push(now));
  const tell = (type: string, event: object) => listeners.get(type)?.(event);
  return { storage, session, heard, tell };
};

test("what is kept is read back, and forgotten whole", () => {
  const { session, storage } = open();
  session.write(kept);
  expect(session.read()).toEqual(kept);
  session.forget();
  expect([session.read(), storage.getItem("smashcost.session")]).toEqual([undefined, null]);
});

test.each(["", "{", "null", "[]", '{"user":"ada"}', '{"user":1,"refreshToken":"x"}'])(
  "%j in the storage is nobody's session",
  (text) => {
    const { session, storage } = open();
    storage.setItem("smashcost.session", text);
    expect(session.read()).toBeUndefined();
  },
);

test("other tabs are heard: of the session alone, of a cleared storage, and after Back", () => {
  const { session, heard, tell } = open();
  session.write(kept);
  tell("storage", { key: "smashcost.theme" });
  tell("pageshow", { persisted: false });
  expect(heard).toEqual([]);
  tell("storage", { key: "smashcost.session" });
  tell("pageshow", { persisted: true });
  session.forget();
  tell("storage", { key: null });
  expect(heard).toEqual([kept, kept, undefined]);
});
