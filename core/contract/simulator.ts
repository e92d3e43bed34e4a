import * as z from "zod";
import { routingModes } from "../routing/mode";
import { defineOperation } from "./define-operation";
import { instantText, picoUsdText } from "./fields";
import { periodAnswer } from "./period";
import { dimensionFilters, periodFields } from "./usage";

const modeAnswer = z.object({
  mode: z.enum(routingModes),
  /** What it promises to keep of the requested model's quality, in percent. */
  promise: z.number(),
  /** pUSD. */
  cost: picoUsdText,
  /** pUSD, against what was billed. */
  saved: picoUsdText,
  /** Requests that would have gone to another model. */
  moved: z.number(),
  /** Requests that are in no sum of money. */
  unpriced: z.number(),
  refused: z.number(),
  /** Mean predicted quality in percent of the references'; null where nothing is compared. */
  quality: z.number().nullable(),
});

export const simulate = defineOperation({
  id: "simulator.run",
  method: "GET",
  path: "/api/simulator",
  summary:
    "What the requests of a period would have cost in each routing mode; default: 7 full days",
  least: "viewer",
  query: z.strictObject({ ...periodFields, ...dimensionFilters }),
  answer: z.object({
    period: periodAnswer,
    requests: z.number(),
    compared: z.number(),
    /** Where there were more requests than can be replayed: only the newest were. */
    sampled: z.boolean(),
    billed: picoUsdText,
    modes: z.array(modeAnswer),
    /** Why requests could not be replayed, with how many. */
    left: z.array(z.object({ why: z.string(), requests: z.number() })),
    /** The 20 largest changes of the present mode's choices by each mode, the weightiest first. */
    changes: z.array(
      z.object({
        mode: z.enum(routingModes),
        from: z.string(),
        to: z.string(),
        requests: z.number(),
        /** pUSD, may be negative. */
        saves: picoUsdText,
      }),
    ),
    /** Keys that have a mode of their own. */
    overriding: z.array(
      z.object({ key: z.string(), name: z.string(), mode: z.enum(routingModes) }),
    ),
    asOf: instantText,
  }),
});

export const simulatorOperations = [simulate] as const;
