import type { UserId } from "../../../core/contract/fields";
import { createKnownUsers } from "../../../lambdas/api/known-users";
import { createMemoryDirectory } from "../../fakes/memory-directory";

const ada = "0b8e4f1e-5f1c-4a55-9b53-2f6f2d6e7a10" as unknown as UserId;
const noon = Date.parse("2026-11-24T12:00:00Z");

const world = (emails: Readonly<Record<string, string>>) => {
  const directory = createMemoryDirectory();
  const asked: UserId[] = [];
  const signIn = {
    emailOf: (user: UserId) => {
      asked.push(user);
      return Promise.resolve(emails[user]);
    },
  };
  return { directory, asked, users: createKnownUsers(directory, signIn, () => noon) };
};

test("somebody whom the sign-in service alone knows is added as they come", async () => {
  const { users, directory } = world({ [ada]: "ada@example.com" });
  const found = await users.findUser(ada);
  expect(found).toMatchObject({ id: ada, email: "ada@example.com", createdAt: noon });
  expect(await directory.findUser(ada)).toEqual(found);
});

test("somebody who is known is not asked for", async () => {
  const { users, directory, asked } = world({});
  await directory.addUser({ id: ada, email: "ada@example.com", createdAt: 1 });
  expect(await users.findUser(ada)).toMatchObject({ createdAt: 1 });
  expect(asked).toEqual([]);
});

test("a user who was deleted stays unknown, though their token is still good", async () => {
  const { users, directory } = world({});
  expect(await users.findUser(ada)).toBeUndefined();
  expect(await directory.findUser(ada)).toBeUndefined();
});
