import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { CreateQueueCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { envelopeSchema, recordableSchema } from "../../../core/usage/usage-envelope";
import { redeliver } from "../../../scripts/usage-redeliver/redeliver";
import { idsOf, numbered } from "../../contracts/usage-queue-guarantees";
import { clientConfig, type Harness, startHarness } from "../../local/emulators/harness";

const lineOf = (serial: number) =>
  JSON.stringify({ message: "usage_event_undelivered", event: numbered(serial) });
const broken = '{"message":"usage_event_undelivered","event":{}}';

let cloud: Harness;
let QueueUrl = "";
let dataDir = "";
beforeEach(async () => {
  cloud = await startHarness();
  const created = await cloud.sqs.send(new CreateQueueCommand({ QueueName: "smashcost-usage" }));
  QueueUrl = created.QueueUrl ?? "";
  dataDir = await mkdtemp(join(tmpdir(), "redeliver-"));
  const local = { awsEndpoint: cloud.emulators.endpoint };
  await writeFile(join(dataDir, "local.json"), JSON.stringify(local));
  const { credentials } = clientConfig(cloud.emulators.endpoint);
  await writeFile(join(dataDir, "identity.json"), JSON.stringify(credentials));
});
afterEach(async () => {
  await cloud.dispose();
  await rm(dataDir, { recursive: true });
});

const run = async (args: string[], stdin = "", env: NodeJS.ProcessEnv = {}) => {
  let printed = "";
  let complained = "";
  const code = await redeliver({
    args,
    env,
    stdin: Readable.from([stdin]),
    print: (text) => {
      printed += text;
    },
    complain: (text) => {
      complained += text;
    },
  });
  return { code, printed, complained };
};

const arrived = async () => {
  const { Messages = [] } = await cloud.sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
  );
  return Messages.flatMap(({ Body = "" }) =>
    envelopeSchema.parse(JSON.parse(Body)).events.map((event) => recordableSchema.parse(event)),
  );
};

describe("npm run usage:redeliver", () => {
  test("sends the undelivered events of a file to the local product's queue", async () => {
    const file = join(dataDir, "gateway.log");
    const serials = Array.from({ length: 60 }, (_, serial) => serial);
    await writeFile(file, ["START", ...serials.map(lineOf), "END"].join("\n"));
    const { code, printed } = await run([file, "--data-dir", dataDir]);
    expect(printed).toBe(
      "62 lines read, 60 undelivered events found, 60 sent, 0 failed, 0 unreadable\n",
    );
    expect(code).toBe(0);
    expect(idsOf(await arrived())).toEqual(idsOf(serials.map(numbered)));
  });

  test("reads standard input, sends what can be read and says what can't", async () => {
    const { code, printed, complained } = await run(
      ["--data-dir", dataDir],
      `${lineOf(1)}\r\n${broken}\n`,
    );
    expect(printed).toContain("1 undelivered events found, 1 sent, 0 failed, 1 unreadable");
    expect(complained).toMatch(/^line 2 can't be sent: /);
    expect(code).toBe(1);
    expect(await arrived()).toEqual([numbered(1)]);
  });

  test.each([
    { name: "no queue is named", args: [], says: "USAGE_QUEUE_URL is not set" },
    { name: "the folder is no product's", args: ["--data-dir", "/nowhere"], says: "/nowhere" },
    { name: "an option is unknown", args: ["--nonsense"], says: "--nonsense" },
    { name: "two files are given", args: ["a", "b"], says: "one file at most" },
  ])("says how it is used where $name", async ({ args, says }) => {
    const { code, complained } = await run(args);
    expect(code).toBe(2);
    expect(complained).toContain(says);
    expect(complained).toContain("usage: npm run usage:redeliver");
  });

  test("says that a file is missing", async () => {
    const { code, complained } = await run(["/no/such.log", "--data-dir", dataDir]);
    expect(code).toBe(1);
    expect(complained).toContain("/no/such.log");
  });
});
