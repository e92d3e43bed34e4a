import { callerDialects, type Dialect, dialects } from "../../core/chat/dialect";
import { createAdapters } from "../../lambdas/shared/providers/adapters";
import { checkAnswer, type Outcome } from "./check-answer";
import { checkRequest, isCallers } from "./check-request";
import { payloadsOf } from "./plain/read-plainly";
import { type OtherRecording, type RecordedCase, recordings } from "./recorded-case";
import { startWorld } from "./world";

/** One recording, one way, and how it went. */
export type Run = {
  readonly recordedAt: string;
  readonly name: string;
  /** `answer completions → messages`: whose words became whose. */
  readonly way: string;
  readonly outcome: Outcome;
};

/** What an answer says beyond the neutral language, by the reader of its own provider. */
const lossesOf = ({
  dialect,
  provider,
  streamed,
  body,
  status,
}: RecordedCase): readonly string[] => {
  if (status !== 200) return [];
  const adapter = createAdapters().find(provider, dialect);
  if (!adapter) return [];
  if (!streamed) return adapter.readAnswer(body)?.unsaid ?? [];
  const read = adapter.eventReader();
  const events = payloadsOf(body).flatMap((data) => read(data));
  return [...new Set(events.flatMap((event) => (event.kind === "unsaid" ? [event.what] : [])))];
};

const way = (what: "request" | "answer", from: Dialect, to: Dialect): string =>
  from === to ? `${what} ${from}, passed on` : `${what} ${from} → ${to}`;

/** Every recording through every way that its dialect allows. */
export const runRecordings = async (): Promise<{
  readonly runs: readonly Run[];
  readonly others: readonly OtherRecording[];
}> => {
  const world = await startWorld();
  const { cases, others } = recordings();
  const runs: Run[] = [];
  for (const recorded of cases) {
    const { recordedAt, name, dialect } = recorded;
    const losses = lossesOf(recorded);
    for (const caller of callerDialects) {
      const outcome = await checkAnswer(recorded, caller, world, losses);
      runs.push({ recordedAt, name, way: way("answer", dialect, caller), outcome });
    }
    if (!recorded.request || recorded.status !== 200 || !isCallers(dialect)) continue;
    for (const spokenTo of dialects) {
      const outcome = await checkRequest({ ...recorded, dialect }, spokenTo, world);
      runs.push({ recordedAt, name, way: way("request", dialect, spokenTo), outcome });
    }
  }
  return { runs, others };
};
