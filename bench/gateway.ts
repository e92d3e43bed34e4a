import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { resolve } from "node:path";
import { chatCall } from "./load/call";
import { countRecorded } from "./measure/recorded";
import { runRounds } from "./measure/rounds";
import { readOptions, usage } from "./options";
import { fullPlan, type Plan, quickPlan } from "./plan";
import { findCores } from "./processes/cores";
import { measureFirstAnswers } from "./product/first-answers";
import { measureProductMemory } from "./product/product-memory";
import { profileGateway } from "./profile/profile-gateway";
import type { Figures } from "./report/figures";
import { judge } from "./report/goals";
import { report } from "./report/report";
import { type Stage, setStage } from "./stage";

const root = resolve(import.meta.dirname, "..");
const tell = (progress: string) => process.stderr.write(`${progress}\n`);

/** The model that answers, by the gateway's own word; a gateway that does not answer ends the run. */
const routedTo = async ({ gatewayUrl, limitedKey }: Stage): Promise<string> => {
  const { path, headers, body } = chatCall(gatewayUrl, limitedKey);
  const answer = await fetch(`${gatewayUrl}${path}`, { method: "POST", headers, body });
  if (answer.status !== 200) {
    throw new Error(`the gateway answered ${answer.status}: ${await answer.text()}`);
  }
  const provider = answer.headers.get("x-smashcost-provider") ?? "";
  return `${provider}/${answer.headers.get("x-smashcost-model") ?? ""}`;
};

const conditionsOf = async (stage: Stage, { rounds }: Plan, loadBefore: number) => ({
  date: new Date().toISOString(),
  node: process.version,
  cpu: cpus()[0]?.model ?? "unknown CPU",
  pinned: stage.cores.gateway !== undefined,
  rounds,
  loadBefore,
  routedTo: await routedTo(stage),
});

const measure = async (plan: Plan): Promise<Figures> => {
  const loadBefore = loadavg()[0] ?? 0;
  const firstAnswers = await measureFirstAnswers(root, plan.starts, tell);
  const stage = await setStage(root, findCores());
  try {
    const conditions = await conditionsOf(stage, plan, loadBefore);
    const targets = await runRounds(stage, plan, tell);
    const { residentBytes } = await stage.gateway.usage();
    tell("waiting for the recorder");
    const recorded = await countRecorded(stage, plan.drainSeconds);
    tell("npm start under load");
    const product = await measureProductMemory(root, stage, plan);
    return {
      conditions,
      targets,
      residentBytes,
      ...(product && { product }),
      firstAnswers,
      recorded,
    };
  } finally {
    await stage.stop();
  }
};

const run = async (): Promise<void> => {
  // For all processes from here on: the SDK's word to those who deploy on Node 20.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    console.log(usage);
    return;
  }
  if (options.profile) {
    console.log(await profileGateway(root, tell));
    return;
  }
  const figures = await measure(options.quick ? quickPlan : fullPlan);
  console.log(report(figures));
  // A slow figure is a finding; a lost request makes all figures worthless.
  const verdicts = judge(figures);
  if (verdicts.some(({ correctness, met }) => correctness && !met)) process.exitCode = 1;
  if (options.json !== undefined) {
    writeFileSync(options.json, `${JSON.stringify({ ...figures, goals: verdicts }, null, 2)}\n`);
  }
};

// An exit in order takes all children and temporary folders along.
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));
await run();
