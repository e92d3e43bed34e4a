import { tasks } from "../../../core/routing/task";
import { decideSafely } from "./trained-safety";

const runs = 5_000;

test("what the trained classifier reads never goes where it can't be answered, or dearer", () => {
  const met = decideSafely(runs);
  // It would say little if hardly anything were ever routed, or all were read alike.
  expect(met.routed).toBeGreaterThan(runs / 8);
  expect(met.pinned).toBeGreaterThan(runs / 10);
  expect(met.cascades).toBeGreaterThan(runs / 50);
  expect(met.tasks.size).toBe(tasks.length);
}, 120_000);
