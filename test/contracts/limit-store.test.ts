import { tables } from "../../core/storage/tables";
import { createDynamoLimitStore } from "../../lambdas/shared/aws/dynamo-limit-store";
import { createMemoryLimits } from "../fakes/memory-limit-store";
import type { Harness } from "../local/emulators/harness";
import { startCloud } from "./cloud";
import { budgetGuarantees } from "./limit-store-budgets";
import { modelGuarantees } from "./limit-store-model";
import { windowGuarantees } from "./limit-store-windows";
import { type LimitWorld, leaseMs, noon } from "./limit-world";

const allGuarantees = (world: LimitWorld, numRuns: number) => {
  budgetGuarantees(world);
  windowGuarantees(world);
  modelGuarantees(world, numRuns);
};

describe("the limit store in memory", () => {
  let clock = noon;
  const { open } = createMemoryLimits(() => clock, leaseMs);
  const setClock = (at: number) => {
    clock = at;
  };
  allGuarantees({ open, setClock }, 200);
});

describe("the limit store in DynamoDB", () => {
  let cloud: Harness;
  let clock = noon;
  let processes = 0;
  beforeAll(async () => {
    cloud = await startCloud();
  });
  afterAll(() => cloud.dispose());
  const open = () => {
    processes += 1;
    return createDynamoLimitStore({
      client: cloud.dynamoDb,
      tableName: tables.limits.name,
      now: () => clock,
      instance: `process${processes}`,
      sleep: () => Promise.resolve(),
      leaseMs,
    });
  };
  const setClock = (at: number) => {
    clock = at;
  };
  allGuarantees({ open, setClock }, 40);
});
