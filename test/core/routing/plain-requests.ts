import { asking } from "./plain-asking";
import type { PlainRequests } from "./plain-languages";
import { working } from "./plain-working";

/**
 * One request of each task in each language that nobody would take for another's: what no training
 * may lose. How often harder ones are read right is measured elsewhere. Steps of agents, which no
 * single text tells, are in `plain-steps.ts`.
 */
export const plainRequests: PlainRequests = { ...asking, ...working };
