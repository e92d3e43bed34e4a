import { GetItemCommand, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import type { OrganizationId, RequestId } from "../../core/ids";
import type { PromptReader, PromptWriter } from "../../core/ports/prompt-store";
import { tables } from "../../core/storage/tables";
import {
  createDynamoPromptReader,
  createDynamoPromptWriter,
} from "../../lambdas/shared/aws/dynamo-prompt-store";
import { createMemoryPrompts } from "../fakes/memory-prompts";
import type { Harness } from "../local/emulators/harness";
import { freshOrganization, startCloud } from "./cloud";
import { idAt } from "./usage-event-arbitrary";

const noon = Date.parse("2026-11-24T12:00:00Z");
const dayMs = 86_400_000;
const prompt = { request: '{"messages":[{"content":"ünïcode 🙂"}]}', answer: "data: {}\n\n" };
const stored = { ...prompt, expiresAt: noon + dayMs };

type World = {
  readonly store: PromptWriter & PromptReader;
  readonly clock: { now: number };
};

let serial = 0;
const freshRequest = (): RequestId => {
  serial += 1;
  return idAt(noon, serial);
};

const promptGuarantees = (open: () => World) => {
  test("what was kept is read back word for word", async () => {
    const { store } = open();
    const [organization, request] = [freshOrganization(), freshRequest()];
    await store.put(organization, request, stored);
    expect(await store.find(organization, request)).toEqual(stored);
  });

  test("nothing is found of another request or another organization", async () => {
    const { store } = open();
    const [organization, request] = [freshOrganization(), freshRequest()];
    await store.put(organization, request, stored);
    expect(await store.find(organization, freshRequest())).toBeUndefined();
    expect(await store.find(freshOrganization(), request)).toBeUndefined();
  });

  test("from its expiry on it is gone", async () => {
    const { store, clock } = open();
    const [organization, request] = [freshOrganization(), freshRequest()];
    await store.put(organization, request, stored);
    clock.now = stored.expiresAt - 1;
    expect(await store.find(organization, request)).toBeDefined();
    clock.now = stored.expiresAt;
    expect(await store.find(organization, request)).toBeUndefined();
  });
};

describe("prompts in memory", () => {
  promptGuarantees(() => {
    const clock = { now: noon };
    return { clock, store: createMemoryPrompts(() => clock.now) };
  });
});

describe("prompts in DynamoDB under KMS", () => {
  const table = tables.usage.name;
  let cloud: Harness;
  let keyId = "";
  beforeAll(async () => {
    cloud = await startCloud();
    const { KeyMetadata } = await cloud.kms.send(new CreateKeyCommand({}));
    keyId = KeyMetadata?.KeyId ?? "";
  });
  afterAll(() => cloud.dispose());

  const open = (): World => {
    const clock = { now: noon };
    const parts = { client: cloud.dynamoDb, table, kms: cloud.kms, keyId };
    const reader = createDynamoPromptReader({ ...parts, now: () => clock.now });
    return { clock, store: { ...createDynamoPromptWriter(parts), ...reader } };
  };
  promptGuarantees(open);

  const itemOf = async (organization: OrganizationId, request: RequestId) => {
    const Key = { pk: { S: `${organization}#prompt#${request}` }, sk: { S: "PROMPT" } };
    const { Item } = await cloud.dynamoDb.send(new GetItemCommand({ TableName: table, Key }));
    return Item ?? {};
  };

  test("no word of it stands in the table", async () => {
    const { store } = open();
    await store.put(freshOrganization(), freshRequest(), {
      ...stored,
      request: "the canary sings",
    });
    const { Items = [] } = await cloud.dynamoDb.send(new ScanCommand({ TableName: table }));
    const bytes = Items.flatMap((item) => Object.values(item)).map(({ B, S = "" }) =>
      B ? Buffer.from(B).toString("latin1") : S,
    );
    expect(Items.length).toBeGreaterThan(0);
    expect(bytes.join(" ")).not.toContain("canary");
  });

  test.each([
    { to: "another request", organization: undefined, request: freshRequest() },
    { to: "another organization", organization: freshOrganization(), request: undefined },
  ])("a row that was moved to $to does not open", async (moved) => {
    const { store } = open();
    const [organization, request] = [freshOrganization(), freshRequest()];
    await store.put(organization, request, stored);
    const target = [moved.organization ?? organization, moved.request ?? request] as const;
    const Item = {
      ...(await itemOf(organization, request)),
      pk: { S: `${target[0]}#prompt#${target[1]}` },
    };
    await cloud.dynamoDb.send(new PutItemCommand({ TableName: table, Item }));
    await expect(store.find(...target)).rejects.toThrow();
  });

  test("what is too long for a row is cut, and says so", async () => {
    const { store } = open();
    const [organization, request] = [freshOrganization(), freshRequest()];
    // Pictures in base64 hardly deflate.
    const noise = Buffer.from(
      Array.from({ length: 900_000 }, (_, at) => (at * 2_654_435_761) >>> 24),
    ).toString("base64");
    await store.put(organization, request, { ...stored, request: noise });
    const found = await store.find(organization, request);
    expect(found?.request).toMatch(/… \(cut: the first \d+ of 1200000 characters\)$/);
    expect(noise.startsWith(found?.request.split("…")[0] ?? "?")).toBe(true);
    expect(found?.answer).toBe(stored.answer);
  });
});
