import { setTimeout as wait } from "node:timers/promises";
import { GetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import { loadCatalog } from "../../core/catalog/load";
import { loadClassifier } from "../../lambdas/shared/load-classifier";
import { readLocalOffers } from "../router-replay-decisions/read-offers";
import { UsageError } from "../shared/usage-error";
import { demoEvents } from "./demo-events";
import { registerDemoKeys } from "./demo-keys";
import { openProduct, type Product } from "./open-product";
import { type Options, readOptions, usage } from "./options";
import { readExamples } from "./read-examples";

/** What the command is given by its process. */
export type DemoWorld = {
  readonly args: readonly string[];
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
};

const dayMs = 86_400_000;
const days = 30;
/** Bounds what waits in memory. */
const eventsAtOnce = 1_000;
const lookEveryMs = 250;

const waitingIn = async ({ client, queueUrl: QueueUrl }: Product): Promise<number> => {
  const AttributeNames = [
    "ApproximateNumberOfMessages" as const,
    "ApproximateNumberOfMessagesNotVisible" as const,
  ];
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames }),
  );
  return AttributeNames.reduce((sum, name) => sum + Number(Attributes?.[name] ?? 0), 0);
};

const fill = async (product: Product, { requests, seed, dataDir }: Options, world: DemoWorld) => {
  const { settings, registry, queue } = product;
  const to = world.now();
  const from = (Math.floor(to / dayMs) - days + 1) * dayMs;
  const events = demoEvents({
    organization: settings.id,
    timeZone: settings.timeZone,
    mode: settings.routingMode,
    policy: settings,
    keys: await registerDemoKeys(registry, settings.id, seed, from),
    from,
    to,
    count: requests,
    seed,
    catalog: loadCatalog(await readLocalOffers(dataDir)),
    classify: loadClassifier(),
    examples: await readExamples(),
  });
  let sent = 0;
  for (const event of events) {
    void queue.send(event);
    sent += 1;
    if (sent % eventsAtOnce > 0) continue;
    await queue.drained();
    world.print(`${sent} sent\n`);
  }
  await queue.drained();
  // The recorder takes them from the queue as it does any request.
  while ((await waitingIn(product)) > 0) await wait(lookEveryMs);
  return sent;
};

/**
 * Fills the last 30 days of the product on this machine with usage, by way of its queue and recorder.
 *
 * @returns the exit code: 0 where all was recorded, 1 where something failed, 2 where the command was
 * called wrongly.
 */
export const fillDemoData = async (world: DemoWorld): Promise<number> => {
  const { args, print, complain } = world;
  try {
    const options = readOptions(args);
    if (options === "help") {
      print(`${usage}\n`);
      return 0;
    }
    let failed = 0;
    const product = await openProduct(options.dataDir, () => {
      failed += 1;
    });
    try {
      const sent = await fill(product, options, world);
      print(`${sent - failed} requests of the last ${days} days are recorded, ${failed} failed\n`);
    } finally {
      product.close();
    }
    return failed > 0 ? 1 : 0;
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    complain(`${message}\n${error instanceof UsageError ? `${usage}\n` : ""}`);
    return error instanceof UsageError ? 2 : 1;
  }
};
