import { chatCall } from "../load/call";
import { warmUp } from "../load/warm-up";
import type { Plan } from "../plan";
import type { Stage } from "../stage";
import { type RoundOfTarget, runRound } from "./round";
import { type Summary, summarize } from "./summary";
import { rotated, type TargetName, targetsOf } from "./targets";

export type Summaries = Readonly<Record<TargetName, Summary>>;

/** Measures all targets in turns, round after round, so that a slow minute hits all alike. */
export const runRounds = async (
  stage: Stage,
  plan: Plan,
  tell: (progress: string) => void,
): Promise<Summaries> => {
  const taken: Record<TargetName, RoundOfTarget[]> = { direct: [], passThrough: [], gateway: [] };
  tell("warming up");
  for (const { url, apiKey } of targetsOf(stage)) {
    await warmUp(stage.load, chatCall(url, apiKey), plan.warmUp);
  }
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const target of rotated(targetsOf(stage), round)) {
      tell(`round ${round + 1} of ${plan.rounds}: ${target.name}`);
      taken[target.name].push(await runRound(stage, target, plan));
    }
  }
  return {
    direct: summarize(taken.direct),
    passThrough: summarize(taken.passThrough),
    gateway: summarize(taken.gateway),
  };
};
