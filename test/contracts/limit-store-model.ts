import fc from "fast-check";
import type { PicoUsd } from "../../core/money/amounts";
import { isRefusal, type Reservation } from "../../core/ports/limit-store";
import { dailyBudget, expectRoom, fourProcesses, type LimitWorld, noon, pico } from "./limit-world";

const limit = 100;

type Step =
  | { readonly kind: "reserve"; readonly process: number; readonly amount: number }
  | { readonly kind: "settle"; readonly which: number; readonly actual: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("reserve" as const),
    process: fc.nat({ max: 2 }),
    amount: fc.nat({ max: 60 }),
  }),
  fc.record({
    kind: fc.constant("settle" as const),
    which: fc.nat({ max: 20 }),
    actual: fc.nat({ max: 70 }),
  }),
);

/** Each inner list is carried out at once, the lists one after the other. */
const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 6 });

/** Whatever is reserved and settled, by whom and in which order: the budget is what is left of it. */
export const modelGuarantees = (world: LimitWorld, numRuns: number): void => {
  test("no sequence of reserving and settling makes the counter drift", async () => {
    world.setClock(noon);
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        const processes = fourProcesses(world);
        const by = dailyBudget(limit);
        const open: { amount: number; reservation: Reservation }[] = [];
        let spent = 0;
        for (const round of all) {
          await Promise.all(
            round.map(async (one) => {
              if (one.kind === "settle") {
                const [settled] = open.splice(one.which, 1);
                if (!settled) return;
                spent += one.actual;
                await settled.reservation.settle(pico(one.actual));
                return;
              }
              const answer = await processes(one.process).reserve(by, pico(one.amount));
              if (!isRefusal(answer)) open.push({ amount: one.amount, reservation: answer });
            }),
          );
        }
        await Promise.all(open.map(({ reservation }) => reservation.settle(0 as PicoUsd)));
        if (spent <= limit) await expectRoom(processes(0), by, pico(limit - spent));
        else expect(isRefusal(await processes(0).reserve(by, pico(0)))).toBe(true);
      }),
      { numRuns },
    );
  }, 60_000);
};
