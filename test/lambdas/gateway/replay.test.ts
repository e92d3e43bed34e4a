import fc from "fast-check";
import type { RouteDecision } from "../../../core/routing/decision";
import { routingModes } from "../../../core/routing/mode";
import { replayDecision } from "../../../core/routing/replay-decision";
import { createReplayTally } from "../../../core/routing/replay-tally";
import { usageEventSchema } from "../../../core/usage/usage-event";
import { rowOf } from "../../../lambdas/shared/aws/dynamo-usage-store-row";
import { type GeneratedRequest, generatedRequests } from "./generated-requests";
import { catalog, readAnswer, startGateway } from "./harness";

const runs = 800;
const slowMs = 120_000;

/** What the request left on record, as it comes back from a store, and the settings it came under. */
const record = async ({ body, headers, options }: GeneratedRequest) => {
  const { ask, usage, access, ids } = await startGateway(options);
  await readAnswer(ask(body, { headers }));
  const stored = usageEventSchema.parse(JSON.parse(JSON.stringify(usage.events[0])));
  const { organization } = await access.read(ids.organization, ids.key);
  return { stored, organization };
};

const candidatesOf = (decision: RouteDecision): readonly object[] =>
  decision.kind === "pinned" ? [] : decision.candidates;

const reasonOf = (decision: RouteDecision): string | undefined =>
  decision.kind === "refused" ? undefined : decision.reason;

describe("a recorded request", () => {
  test(
    "is decided in its own mode exactly as it was, from its record alone",
    async () => {
      const seen = {
        ...{ routed: 0, pinned: 0, refused: 0, fixed: 0, marks: 0, feedback: 0, open: 0 },
        ...{ warm: 0, earlier: 0, loops: 0, stays: 0, leaves: 0, cacheAsked: 0 },
      };
      await fc.assert(
        fc.asyncProperty(generatedRequests, async (request) => {
          const { stored, organization } = await record(request);
          const { mode, routing, candidates, reason } = stored;
          if (mode === undefined || routing === undefined) throw new Error("nothing was decided");
          const marked = [routing.settings, routing.feedback].some((text) => text?.startsWith("#"));
          const today = marked ? organization : undefined;
          const replayed = replayDecision(stored, mode, catalog, today);
          if (replayed.kind === "unreplayable") {
            expect(replayed.why).toBe("pinned");
            seen.fixed += 1;
            return;
          }
          const { decision } = replayed;
          expect(replayed.approximations).toEqual([]);
          expect(replayed.choice).toBe(routing.choice);
          expect(candidatesOf(decision)).toEqual(candidates);
          expect(decision.kind === "routed" ? decision.warm : undefined).toEqual(stored.warm);
          expect(reasonOf(decision)).toBe(decision.kind === "refused" ? undefined : reason);
          seen[decision.kind] += 1;
          if (routing.settings?.startsWith("#")) seen.marks += 1;
          if (routing.feedback !== undefined) seen.feedback += 1;
          if (routing.openCircuits !== undefined) seen.open += 1;
          const { caches = [], inToolLoop, cacheAsked } = routing;
          if (caches.length > 0) seen.warm += 1;
          if (caches.length > 1) seen.earlier += 1;
          if (inToolLoop) seen.loops += 1;
          if (reason?.startsWith("stays on ")) seen.stays += 1;
          if (reason?.startsWith("leaves ")) seen.leaves += 1;
          if (cacheAsked !== undefined) seen.cacheAsked += 1;
        }),
        { numRuns: runs },
      );
      // It would say little if only one kind of decision were ever met.
      expect(Math.min(...Object.values(seen))).toBeGreaterThan(runs / 100);
      expect(seen.routed).toBeGreaterThan(runs / 5);
    },
    slowMs,
  );

  test(
    "keeps its basis in less than 1.2 kB, and its row grows by less than 0.7 kB",
    async () => {
      await fc.assert(
        fc.asyncProperty(generatedRequests, async (request) => {
          const { stored } = await record(request);
          const { routing, ...without } = stored;
          expect(JSON.stringify(routing).length).toBeLessThan(1_200);
          const grown = rowOf(stored).bytes - rowOf(without).bytes;
          expect(grown).toBeLessThan(700);
        }),
        { numRuns: runs / 5 },
      );
    },
    slowMs,
  );

  test(
    "is counted once by a tally, and in its own mode costs what was billed",
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(generatedRequests, { minLength: 1, maxLength: 4 }),
          async (requests) => {
            const records = await Promise.all(requests.map(record));
            for (const { stored, organization } of records) {
              const { add, tally } = createReplayTally(routingModes, catalog, organization);
              add(stored);
              const { unreplayable, modes, ...counts } = tally();
              const apart = Object.values(unreplayable).reduce((a, b) => a + b, 0);
              expect(counts.compared + counts.unanswered + apart).toBe(1);
              expect({ approximate: counts.approximate, astray: counts.astray }).toEqual({
                approximate: 0,
                astray: 0,
              });
              const own = modes.find(({ mode }) => mode === stored.mode);
              expect(own).toMatchObject({ changed: 0, saved: 0n });
              for (const one of modes) expect(one.requests + one.refused).toBe(counts.compared);
            }
          },
        ),
        { numRuns: runs / 10 },
      );
    },
    slowMs,
  );
});
