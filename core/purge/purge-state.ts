import * as z from "zod";
import type { OrganizationId } from "../ids";
import type { PurgeRequest } from "../ports/purge-starter";

const instant = z.int().nonnegative();

/** How much of each kind was there; `items` counts them all. */
const countsSchema = z.object({
  requests: z.int().nonnegative(),
  keys: z.int().nonnegative(),
  members: z.int().nonnegative(),
  items: z.int().nonnegative(),
});

export type PurgeCounts = z.infer<typeof countsSchema>;

export const noCounts: PurgeCounts = { requests: 0, keys: 0, members: 0, items: 0 };

export const addCounts = (a: PurgeCounts, b: PurgeCounts): PurgeCounts => ({
  requests: a.requests + b.requests,
  keys: a.keys + b.keys,
  members: a.members + b.members,
  items: a.items + b.items,
});

const common = {
  organization: z.string().transform((text) => text as OrganizationId),
  /** A run that comes earlier, as one that is repeated, has nothing to do. */
  notBefore: instant,
};

const asked = {
  ...common,
  name: z.string(),
  timeZone: z.string(),
  requestedBy: z.string(),
  requestedAt: instant,
};

/** Where each walk through the tables stands; an ended one is left out. Absent: none began. */
const walks = { cursors: z.array(z.string()).optional() };

/**
 * How far the deletion of an organization has come. Names and addresses are in it until the receipt
 * is sent, and no longer.
 */
export const purgeStateSchema = z.discriminatedUnion("phase", [
  /** Nobody gets in any more, no key is taken. */
  z.object({ phase: z.literal("closing"), ...asked }),
  /** What is there is counted, for the receipt. */
  z.object({ phase: z.literal("counting"), ...asked, ...walks, counts: countsSchema }),
  z.object({ phase: z.literal("erasing"), ...asked, ...walks, counts: countsSchema }),
  z.object({
    phase: z.literal("receipt"),
    ...asked,
    counts: countsSchema,
    finishedAt: instant,
    /** How often it was tried to send it. */
    tries: z.int().nonnegative(),
  }),
  /** What came late is erased as well. */
  z.object({
    phase: z.literal("sweeping"),
    ...common,
    ...walks,
    finishedAt: instant,
    /** How many sweeps are done. */
    done: z.int().nonnegative(),
  }),
]);

export type PurgeState = z.infer<typeof purgeStateSchema>;
export type PurgePhase<Name extends PurgeState["phase"]> = Extract<PurgeState, { phase: Name }>;

export const firstState = (request: PurgeRequest): PurgeState => ({
  phase: "closing",
  ...request,
  notBefore: request.requestedAt,
});
