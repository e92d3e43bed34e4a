import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OrganizationId } from "../../../core/ids";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { createDynamoUsageStore } from "../../../lambdas/shared/aws/dynamo-usage-store";
import { createTables } from "../../../local/create-tables";
import { localTables, tableNames } from "../../../local/resources";
import { sandboxOffers } from "../../../local/sandbox/models";
import { replayDecisions } from "../../../scripts/router-replay-decisions/replay-decisions";
import { idAt } from "../../contracts/usage-event-arbitrary";
import { numbered } from "../../contracts/usage-queue-guarantees";
import { noon, recording } from "../../core/routing/recorded";
import { clientConfig, type Harness, startHarness } from "../../local/emulators/harness";

const organization = "Acme00000000" as OrganizationId;
const dayMs = 86_400_000;
const catalogVersion = "2026-11-24";

/** Requests as the local product records them: for the sandbox's large model, routed by `cost`. */
const requests = (count: number, more: Partial<UsageEvent> = {}): UsageEvent[] =>
  Array.from({ length: count }, (_, serial) => {
    const { stored } = recording({
      offers: sandboxOffers,
      model: "sandbox-large",
      mode: "off",
      tokens: { freshInput: 1_000, visibleOutput: 100 },
      cost: 1_000 * 2e6 + 100 * 8e6,
    });
    const at = (more.at ?? noon) + serial;
    return { ...stored, catalogVersion, ...more, organization, at, id: idAt(at, serial) };
  });

let cloud: Harness;
let dataDir = "";
beforeAll(async () => {
  cloud = await startHarness();
  await createTables(cloud.dynamoDb, localTables);
  dataDir = await mkdtemp(join(tmpdir(), "replay-decisions-"));
  const write = (name: string, value: unknown) =>
    writeFile(join(dataDir, name), JSON.stringify(value));
  await write("local.json", { awsEndpoint: cloud.emulators.endpoint, orgId: organization });
  await write("identity.json", clientConfig(cloud.emulators.endpoint).credentials);
  await write("offers.json", sandboxOffers);
  const store = createDynamoUsageStore({
    client: cloud.dynamoDb,
    table: tableNames.usage,
    random: Math.random,
    sleep: async () => undefined,
  });
  await store.record([
    ...requests(3),
    ...requests(2, { at: noon + 100, requested: "sandbox/sandbox-large" }),
    ...requests(1, { at: noon + 200, tokensFrom: "none" }),
    ...requests(4, { at: noon + 300, routing: undefined }),
    ...requests(5, { at: noon - 3 * dayMs }),
    { ...numbered(1), organization: "Other0000000" as OrganizationId },
  ]);
}, 60_000);
afterAll(async () => {
  await cloud.dispose();
  await rm(dataDir, { recursive: true });
});

const run = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  let printed = "";
  let complained = "";
  const code = await replayDecisions({
    args,
    env,
    now: () => noon,
    print: (text) => {
      printed += text;
    },
    complain: (text) => {
      complained += text;
    },
  });
  return { code, printed, complained };
};

describe("npm run router:replay-decisions", () => {
  test("prints what each mode would have cost, and counts apart what it can't replay", async () => {
    const { code, printed } = await run(["--data-dir", dataDir, "--from", "2026-11-24"]);
    expect(code).toBe(0);
    expect(printed).toContain("organization Acme00000000, 2026-11-24 to 2026-11-24, catalog");
    expect(printed).toContain("10 requests, 3 compared\n");
    expect(printed).toContain("  1 without an answer");
    expect(printed).toContain("  4 recorded before decisions were kept\n");
    expect(printed).toContain("  2 pinned by their callers\n");
    expect(printed).toMatch(/^off +3 +\$0\.0084 +\$0\.0084 +\$0 \(0\.0%\) +100\.0% +0 +0 +0$/m);
    expect(printed).toMatch(/^cost +3 +\$0\.0084 +\$0\.000\d+ +\$0\.00\d+ \(9\d\.\d%\)/m);
  });

  test("prints JSON of the modes asked for, of the days asked for, both included", async () => {
    const days = ["--from", "2026-11-21", "--to", "2026-11-21"];
    const { code, printed } = await run(["--data-dir", dataDir, ...days, "--json", "--mode=cost"]);
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({
      organization,
      from: "2026-11-21",
      to: "2026-11-21",
      requests: 5,
      compared: 5,
      astray: 0,
      modes: [{ mode: "cost", requests: 5, changed: 5, billed: String(5 * 2_800_000_000) }],
    });
  });

  test("takes the last week where no day is named", async () => {
    const { printed } = await run(["--data-dir", dataDir, "--json"]);
    expect(JSON.parse(printed)).toMatchObject({ from: "2026-11-17", requests: 15 });
  });

  test("of an organization without requests prints no table", async () => {
    const { code, printed } = await run(["--data-dir", dataDir, "--org", "Nobody000000"]);
    expect(code).toBe(0);
    expect(printed).toContain("0 requests, 0 compared");
    expect(printed).not.toContain("Quality kept");
  });

  test.each([
    { name: "a mode is none", args: ["--mode", "cheap"], says: '--mode can\'t be "cheap"' },
    { name: "a day is none", args: ["--from", "2026-13-01"], says: "--from can't be" },
    {
      name: "the days are the wrong way round",
      args: ["--from", "2026-11-20", "--to", "2026-11-19"],
      says: "--from lies after --to",
    },
    { name: "an option is unknown", args: ["--nonsense"], says: "--nonsense" },
    { name: "the folder is no product's", args: ["--data-dir", "/nowhere"], says: "/nowhere" },
    {
      name: "no organization is named in AWS",
      args: [],
      env: { USAGE_TABLE: "usage" },
      says: "give --org ID",
    },
  ])("says how it is used where $name", async ({ args, env, says }) => {
    const { code, complained } = await run(args, env);
    expect(code).toBe(2);
    expect(complained).toContain(says);
    expect(complained).toContain("usage: npm run router:replay-decisions");
  });
});
