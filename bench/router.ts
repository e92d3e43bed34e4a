import { statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { resolve } from "node:path";
import { loadCatalog } from "../core/catalog/load";
import type { ProviderId } from "../core/catalog/provider-id";
import type { Conversation } from "../core/chat/conversation";
import { createRouter } from "../core/routing/choose";
import { loadClassifier } from "../lambdas/shared/load-classifier";
import { median } from "./measure/statistics";
import { columns } from "./report/columns";
import { measureColdLoads } from "./router/cold-loads";
import { readSizes } from "./router/requests";
import { type Times, timeCalls } from "./router/time-calls";

const root = resolve(import.meta.dirname, "..");
const artifactPath = resolve(root, "core/routing/artifact/router.json");
const callsEach = 20_000;
const coldLoads = 15;
/** A caller with many keys: the more offers, the longer a decision takes. */
const keys: ReadonlySet<ProviderId> = new Set<ProviderId>([
  "openai",
  "anthropic",
  "gemini",
  "mistral",
  "deepseek",
]);

const classify = loadClassifier();
const router = createRouter(loadCatalog(), classify);
const nowMs = Date.now();

const decide = (conversation: Conversation) =>
  router({
    conversation,
    model: "gpt-4o",
    mode: "balanced",
    organization: { disabledOffers: [], priceOverrides: {} },
    hasCredential: (provider) => keys.has(provider),
    circuitOpen: () => false,
    nowMs,
  });

const written = (name: string, what: string, { p50, p99, p999 }: Times): string[] => [
  `${name}, ${what}`,
  ...[p50, p99, p999].map((microseconds) => microseconds.toFixed(1)),
];

const rows = readSizes().flatMap(({ name, conversations }) => {
  process.stderr.write(`${name}\n`);
  const rounds = Math.ceil(callsEach / conversations.length);
  const time = (work: (conversation: Conversation) => unknown): Times =>
    timeCalls(
      conversations.map((conversation) => () => work(conversation)),
      rounds,
    );
  return [written(name, "classify", time(classify)), written(name, "decide", time(decide))];
});
process.stderr.write("cold loads\n");
const cold = await measureColdLoads(root, coldLoads);

console.log(
  [
    `SmashCost router benchmark, ${new Date().toISOString()}: Node ${process.version}, ${cpus()[0]?.model ?? "unknown CPU"}, load average ${(loadavg()[0] ?? 0).toFixed(1)}`,
    "The request is parsed already; `decide` is classifying and choosing for gpt-4o, with keys of five providers.",
    "",
    ...columns([["microseconds", "p50", "p99", "p99.9"], ...rows]),
    "",
    `cold load in a fresh process: median ${median(cold).toFixed(1)} ms, lowest ${Math.min(...cold).toFixed(1)}, highest ${Math.max(...cold).toFixed(1)} (${coldLoads} processes)`,
    `artifact: ${statSync(artifactPath).size} bytes as shipped, base64 in JSON`,
  ].join("\n"),
);
