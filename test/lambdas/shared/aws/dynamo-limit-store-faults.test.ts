import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { tables } from "../../../../core/storage/tables";
import { createDynamoLimitStore } from "../../../../lambdas/shared/aws/dynamo-limit-store";
import { startCloud } from "../../../contracts/cloud";
import {
  dailyBudget,
  expectRoom,
  granted,
  leaseMs,
  noon,
  pico,
} from "../../../contracts/limit-world";
import { clientConfig, type Harness } from "../../../local/emulators/harness";

let cloud: Harness;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.dispose());

type Fault = "none" | "answer-lost" | "not-sent";
let processes = 0;

/** A process whose next calls meet faults, one each, and are repeated by the SDK up to `tries`. */
const openFaulty = (tries: number) => {
  const faults: Fault[] = [];
  const client = new DynamoDBClient({
    ...clientConfig(cloud.emulators.endpoint),
    maxAttempts: tries,
  });
  const timeout = () => Object.assign(new Error("no answer in time"), { name: "TimeoutError" });
  client.middlewareStack.add(
    (next) => async (args) => {
      const fault = faults.shift() ?? "none";
      if (fault === "not-sent") throw timeout();
      const answer = await next(args);
      if (fault === "answer-lost") throw timeout();
      return answer;
    },
    { step: "deserialize" },
  );
  processes += 1;
  const store = createDynamoLimitStore({
    client,
    tableName: tables.limits.name,
    now: () => noon,
    instance: `faulty${processes}`,
    sleep: () => Promise.resolve(),
    leaseMs,
  });
  return { store, faults };
};

const other = () => openFaulty(1).store;

describe("the limit store on a bad network", () => {
  test("a write that the SDK repeats after a lost answer counts once", async () => {
    const by = dailyBudget(100);
    const { store, faults } = openFaulty(3);
    faults.push("answer-lost");
    const first = await granted(store, by, pico(30));
    await expectRoom(other(), by, pico(70));
    faults.push("answer-lost");
    const second = await granted(store, by, pico(20));
    await expectRoom(other(), by, pico(50));
    faults.push("answer-lost");
    await first.settle(pico(10));
    await expectRoom(other(), by, pico(70));
    faults.push("answer-lost");
    await second.settle(pico(5));
    await expectRoom(other(), by, pico(85));
  });

  test.each<Fault>(["answer-lost", "not-sent"])(
    "a reservation that failed (%s) takes nothing for good",
    async (fault) => {
      const by = dailyBudget(100);
      const { store, faults } = openFaulty(1);
      faults.push(fault);
      await expect(store.reserve(by, pico(60))).rejects.toThrow();
      const next = await granted(store, by, pico(10));
      await next.settle(pico(10));
      await expectRoom(other(), by, pico(90));
    },
  );

  test.each<Fault>(["answer-lost", "not-sent"])(
    "a settlement that failed (%s) is made up with the next one",
    async (fault) => {
      const by = dailyBudget(100);
      const { store, faults } = openFaulty(1);
      const first = await granted(store, by, pico(30));
      const second = await granted(store, by, pico(30));
      faults.push(fault);
      await expect(first.settle(pico(20))).rejects.toThrow();
      await second.settle(pico(5));
      await expectRoom(other(), by, pico(75));
    },
  );

  test("where one of two budgets can't be reached, the other gets its share back", async () => {
    const by = dailyBudget(100);
    const both = { ...by, organizationLimits: { budget: { dailyMicroUsd: 100 } } };
    const { store, faults } = openFaulty(1);
    faults.push("none", "not-sent");
    await expect(store.reserve(both, pico(60))).rejects.toThrow();
    await expectRoom(other(), by, pico(100));
  });
});
