import { setTimeout as sleep } from "node:timers/promises";
import {
  DynamoDBClient,
  GetItemCommand,
  ScanCommand,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import type { UserId } from "../../core/contract/fields";
import { tables } from "../../core/storage/tables";
import { createDynamoDirectory } from "../../lambdas/shared/aws/dynamo-directory";
import { createMemoryDirectory } from "../fakes/memory-directory";
import { clientConfig, type Harness } from "../local/emulators/harness";
import { startCloud } from "./cloud";
import { directoryGuarantees } from "./directory-guarantees";
import { inviteGuarantees } from "./directory-invites";
import { people, rounds, runStep } from "./directory-model";
import {
  addMember,
  addUser,
  bothViews,
  freshHash,
  inviteTo,
  noon,
  prepareOrganization,
  week,
} from "./directory-world";

/** Many calls to an emulator on a machine that may be busy. */
const slowMs = 90_000;
const tableName = tables.control.name;

describe("the directory in memory", () => {
  const directory = createMemoryDirectory();
  directoryGuarantees(() => directory);
  inviteGuarantees(() => directory);
});

describe("the directory in DynamoDB", () => {
  let cloud: Harness;
  beforeAll(async () => {
    cloud = await startCloud();
  });
  afterAll(() => cloud.dispose());
  const open = (client = cloud.dynamoDb) =>
    createDynamoDirectory({ client, tableName, random: Math.random, sleep: (ms) => sleep(ms) });
  directoryGuarantees(() => open());
  inviteGuarantees(() => open());

  const prepare = async () => {
    const directory = open();
    const { organization, owner } = await prepareOrganization(directory);
    const others = await Promise.all(Array.from({ length: people - 1 }, () => addUser(directory)));
    return { directory, organization, users: [owner, ...others] };
  };

  test(
    "one after the other, everything answers and ends as it does in memory",
    async () => {
      await fc.assert(
        fc.asyncProperty(rounds, async (all) => {
          const { directory, organization, users } = await prepare();
          const memory = createMemoryDirectory();
          for (const user of users) {
            const found = await directory.findUser(user);
            if (found) await memory.addUser(found);
          }
          await memory.addOrganization(organization, users[0] as UserId, noon);
          for (const [serial, step] of all.flat().entries()) {
            const [real, model] = await Promise.all(
              [directory, memory].map((one) => runStep(one, organization, users, step, serial)),
            );
            expect(real).toBe(model);
          }
          const views = await bothViews(directory, organization, users);
          expect(views).toEqual(await bothViews(memory, organization, users));
        }),
        { numRuns: 25 },
      );
    },
    slowMs,
  );

  test(
    "whatever is done at once, an owner is left, and both copies of every role agree",
    async () => {
      await fc.assert(
        fc.asyncProperty(rounds, async (all) => {
          const { organization, users } = await prepare();
          const processes = [open(), open(), open()];
          let serial = 0;
          for (const steps of all) {
            await Promise.all(
              steps.map((step, at) => {
                serial += 1;
                const process = processes[at % 3] ?? open();
                return runStep(process, organization, users, step, serial);
              }),
            );
            const { listed, own } = await bothViews(open(), organization, users);
            expect(own).toEqual(listed);
            const owners = listed.filter(({ role }) => role === "owner");
            expect(owners.length).toBeGreaterThan(0);
          }
        }),
        { numRuns: 25 },
      );
    },
    slowMs,
  );

  test("of all owners who leave at once the last one stays", async () => {
    const { directory, organization, users } = await prepare();
    const [first] = users as [UserId];
    const more = await Promise.all(
      Array.from({ length: 4 }, () => addMember(directory, organization, "owner")),
    );
    const outcomes = await Promise.all(
      [first, ...more].map((user, at) =>
        at % 2 === 0
          ? open().removeMember(organization, user)
          : open().changeRole(organization, user, "viewer"),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "last-owner")).toHaveLength(1);
  });

  /** A client whose next transactions meet others on their items, which no emulator does. */
  const contended = (times: number): DynamoDBClient => {
    const client = new DynamoDBClient(clientConfig(cloud.emulators.endpoint));
    let left = times;
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName !== "TransactWriteItemsCommand" || left === 0) return next(args);
          left -= 1;
          throw new TransactionCanceledException({
            message: "Transaction cancelled",
            CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }],
            $metadata: {},
          });
        },
      { step: "initialize" },
    );
    return client;
  };

  test("a transaction that meets another is tried again", async () => {
    const { directory, organization } = await prepare();
    const user = await addMember(directory, organization, "viewer");
    const client = contended(5);
    expect(await open(client).changeRole(organization, user, "admin")).toBe("changed");
    client.destroy();
    expect((await directory.findUser(user))?.membership?.role).toBe("admin");
  });

  test("one that always meets another is given up and told", async () => {
    const client = contended(Number.POSITIVE_INFINITY);
    const waits: number[] = [];
    const directory = createDynamoDirectory({
      client,
      tableName,
      random: () => 1,
      sleep: async (delayMs) => waits.push(delayMs),
    });
    await expect(addUser(directory)).rejects.toThrow("contended 10 times");
    expect(waits).toEqual([40, 80, 160, 320, 500, 500, 500, 500, 500]);
    client.destroy();
  });

  test("DynamoDB may forget an invite 30 days after it has expired, and its token with it", async () => {
    const { directory, organization } = await prepare();
    const invite = inviteTo(organization);
    const hash = freshHash();
    await directory.putInvite(invite, hash);
    const keys = [
      { pk: { S: `ORG#${organization}` }, sk: { S: `INVITE#${invite.id}` } },
      { pk: { S: `INVITE#${hash}` }, sk: { S: "INVITE" } },
    ];
    for (const Key of keys) {
      const { Item } = await cloud.dynamoDb.send(new GetItemCommand({ TableName: tableName, Key }));
      const seconds = (noon + week + 30 * 86_400_000) / 1_000;
      expect(Item?.expiresAtSeconds).toEqual({ N: String(seconds) });
    }
  });

  test("every item that belongs to an organization says which", async () => {
    const { Items = [] } = await cloud.dynamoDb.send(new ScanCommand({ TableName: tableName }));
    expect(Items.length).toBeGreaterThan(50);
    const nameless = Items.filter(({ pk, organization, role }) => {
      const named = pk?.S?.startsWith("ORG#") || organization !== undefined;
      return !named && (role !== undefined || !pk?.S?.startsWith("USER#"));
    });
    expect(nameless).toEqual([]);
  });
});
