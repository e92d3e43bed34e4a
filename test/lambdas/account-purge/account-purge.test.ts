import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { SchedulerClient } from "@aws-sdk/client-scheduler";
import type { OrganizationId } from "../../../core/ids";
import type { Letter } from "../../../core/ports/mailer";
import { tables } from "../../../core/storage/tables";
import type { PurgeParts } from "../../../lambdas/account-purge/parts";
import { runPurge } from "../../../lambdas/account-purge/run-purge";
import { createDynamoOrganizationEraser } from "../../../lambdas/shared/aws/dynamo-organization-eraser";
import { createSchedulerPurgeJournal } from "../../../lambdas/shared/aws/scheduler-purge-journal";
import { createSchedulerPurgeStarter } from "../../../lambdas/shared/aws/scheduler-purge-starter";
import { startCloud } from "../../contracts/cloud";
import { createMemoryLog } from "../../fakes/memory-log";
import { type Harness, startMs } from "../../local/emulators/harness";
import { fillOrganization, readEverything, requestCount } from "./two-organizations";

const gone = "Gone00000001" as OrganizationId;
/** Differs in the case of one letter. */
const stays = "gone00000001" as OrganizationId;
const users = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];
const others = ["33333333-3333-4333-8333-333333333333"];

const schedule = {
  functionArn: "arn:aws:lambda:us-east-1:000000000000:function:account-purge",
  roleArn: "arn:aws:iam::000000000000:role/scheduler",
};
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

class Killed extends Error {}

/** Every call counts; the one that is named dies, before or after it had its effect. */
const createFate = () => {
  let calls = 0;
  let diesAt = Number.POSITIVE_INFINITY;
  return {
    dieAfter: (more: number) => {
      diesAt = calls + more;
    },
    guard: <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
      calls += 1;
      const isLast = calls === diesAt;
      if (isLast && calls % 2 === 0) return Promise.reject(new Killed());
      return call().then((answer) => {
        if (isLast) throw new Killed();
        return answer;
      });
    },
  };
};

type Fate = ReturnType<typeof createFate>;

const guarded = <Client extends { send: unknown }>(client: Client, { guard }: Fate): Client => {
  const send = client.send as (command: unknown) => Promise<unknown>;
  return { send: (command: unknown) => guard(() => send.call(client, command)) } as Client;
};

const startWorld = (cloud: Harness) => {
  let clock = startMs;
  const fate = createFate();
  const letters: { to: string; letter: Letter }[] = [];
  const removed: string[] = [];
  const closed: string[] = [];
  const scheduler: SchedulerClient = guarded(cloud.scheduler, fate);
  const client: DynamoDBClient = guarded(cloud.dynamoDb, fate);
  const journal = createSchedulerPurgeJournal(scheduler, schedule);
  const parts: Omit<PurgeParts, "save"> = {
    journal,
    registry: {
      deactivateOrganization: async (organization) => {
        closed.push(`keys of ${organization}`);
      },
    },
    directory: {
      markDeleted: async (organization) => {
        closed.push(`members of ${organization}`);
      },
    },
    eraser: createDynamoOrganizationEraser({
      client,
      tableNames: {
        access: tables.access.name,
        limits: tables.limits.name,
        usage: tables.usage.name,
        control: tables.control.name,
      },
      signIn: {
        remove: (user) =>
          fate.guard(async () => {
            removed.push(user);
          }),
      },
      random: () => 0,
      sleep: () => Promise.resolve(),
    }),
    mailer: {
      send: async (to, letter) => {
        letters.push({ to, letter });
      },
    },
    log: createMemoryLog().log,
    now: () => clock,
  };
  const start = () =>
    createSchedulerPurgeStarter(cloud.scheduler, schedule).start({
      organization: gone,
      name: "Gone & Co",
      timeZone: "UTC",
      requestedBy: "owner@example.com",
      requestedAt: clock,
    });
  return {
    fate,
    letters,
    removed,
    closed,
    /** Told by no fate. */
    journal: createSchedulerPurgeJournal(cloud.scheduler, schedule),
    start,
    run: (forMs = 14 * minuteMs) => runPurge(gone, parts, clock + forMs),
    parts,
    advance: (ms: number) => {
      clock += ms;
    },
  };
};

describe("the deletion of an account", () => {
  let cloud: Harness;
  beforeEach(async () => {
    cloud = await startCloud();
  });
  afterEach(() => cloud.dispose());

  const prepare = async () => {
    await fillOrganization(cloud.dynamoDb, stays, others, "Else00000001" as OrganizationId);
    const before = await readEverything(cloud.dynamoDb);
    await fillOrganization(cloud.dynamoDb, gone, users, stays);
    const world = startWorld(cloud);
    await world.start();
    return { world, before };
  };

  const expectGone = async (before: readonly string[]) => {
    const after = await readEverything(cloud.dynamoDb);
    expect(after.filter((text) => text.includes(gone))).toEqual([]);
    expect(after).toEqual(before);
  };

  test("leaves nothing of it, and others as they were, byte for byte", async () => {
    const { world, before } = await prepare();
    await world.run();
    await expectGone(before);
    expect([...world.removed].sort()).toEqual(users);
    expect(world.closed).toEqual([`keys of ${gone}`, `members of ${gone}`]);
  });

  test("sends one receipt with what was there, to who asked", async () => {
    const { world } = await prepare();
    await world.run();
    await world.run();
    expect(world.letters).toHaveLength(1);
    const [{ to, letter } = { to: "", letter: { subject: "", text: "", html: "" } }] =
      world.letters;
    expect(to).toBe("owner@example.com");
    expect(letter.text).toContain("Gone & Co");
    expect(letter.text).toMatch(new RegExp(`\\b${requestCount}\\b`));
  });

  test("keeps no name and no address once the receipt is sent", async () => {
    const { world } = await prepare();
    await world.run();
    const state = JSON.stringify(await world.journal.read(gone));
    expect(state).toContain("sweeping");
    expect(state).not.toContain("Gone & Co");
    expect(state).not.toContain("@");
  });

  test("killed again and again, it goes on where it was and counts nothing twice", async () => {
    const { world, before } = await prepare();
    let deaths = 0;
    for (let more = 1; (await world.journal.read(gone))?.phase !== "sweeping"; more += 1) {
      world.fate.dieAfter(2 * more);
      await world.run().catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        deaths += 1;
      });
    }
    expect(deaths).toBeGreaterThan(4);
    await expectGone(before);
    expect(new Set(world.removed)).toEqual(new Set(users));
    expect(world.letters[0]?.letter.text).toMatch(new RegExp(`\\b${requestCount}\\b`));
  });

  test("leaves off when its time is up, and the next run follows at once", async () => {
    const { world, before } = await prepare();
    // Time passes with each call, so that a run has time for a few only.
    const { parts } = world;
    let ticks = 0;
    const now = () => {
      ticks += 1;
      return startMs + ticks * 1_000;
    };
    let runs = 0;
    for (; (await world.journal.read(gone))?.phase !== "sweeping"; runs += 1) {
      await runPurge(gone, { ...parts, now }, now() + 8_000);
    }
    expect(runs).toBeGreaterThan(2);
    await expectGone(before);
    expect(world.letters).toHaveLength(1);
  });

  test("what comes late is swept up, and then even the schedule is gone", async () => {
    const { world, before } = await prepare();
    await world.run();
    for (const afterMs of [15 * minuteMs, dayMs, 15 * dayMs]) {
      const late = { pk: { S: `${gone}#requests#2026-11-24#1` }, sk: { S: "req_late" } };
      await cloud.dynamoDb.send(new PutItemCommand({ TableName: tables.usage.name, Item: late }));
      world.advance(minuteMs);
      await world.run();
      expect(await readEverything(cloud.dynamoDb)).not.toEqual(before);
      world.advance(afterMs);
      await world.run();
      await expectGone(before);
    }
    expect(await world.journal.read(gone)).toBeUndefined();
    await world.run();
    expect(world.letters).toHaveLength(1);
  });

  test("a member who joined another organization meanwhile keeps their account", async () => {
    const { world } = await prepare();
    const [moved = ""] = users;
    const { eraser } = world.parts;
    const [cursor] = eraser.begin().filter((text) => text.includes("control"));
    const Item = { pk: { S: `USER#${moved}` }, sk: { S: "USER" }, organization: { S: stays } };
    await cloud.dynamoDb.send(new PutItemCommand({ TableName: tables.control.name, Item }));
    await eraser.erase(gone, cursor ?? "");
    expect(world.removed).toEqual([users[1]]);
    const left = await readEverything(cloud.dynamoDb);
    expect(left.filter((text) => text.includes(`USER#${moved}`))).toHaveLength(1);
  });

  test("a second request changes nothing of the first", async () => {
    const { world } = await prepare();
    world.advance(minuteMs);
    await world.start();
    expect(await world.journal.read(gone)).toMatchObject({ requestedAt: startMs });
  });

  test("a receipt that can't be sent is tried again later", async () => {
    const { world } = await prepare();
    const mailer = { send: () => Promise.reject(new Error("throttled")) };
    await expect(
      runPurge(gone, { ...world.parts, mailer }, startMs + 14 * minuteMs),
    ).rejects.toThrow("throttled");
    expect(await world.journal.read(gone)).toMatchObject({ phase: "receipt", tries: 1 });
    await world.run();
    expect(world.letters).toHaveLength(1);
  });
});
