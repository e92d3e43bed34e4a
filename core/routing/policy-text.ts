import * as z from "zod";
import type { OfferName } from "../catalog/offer";
import { priceCardSchema } from "../catalog/schema";
import { crc32 } from "../keys/crc32";
import { type Feedback, leastVotes, type Votes } from "./feedback";
import type { RoutingPolicy } from "./route-input";
import { type Task, tasks } from "./task";

/** What a record keeps of an organization's settings and feedback; absent where there are none. */
export type PolicyTexts = { readonly settings?: string; readonly feedback?: string };

/** Longer texts are kept as their mark alone, so that a record stays small. */
const longestCharacters = 300;

const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** Baseline, disabled offers and own prices: the same settings always give the same text. */
const settingsText = ({ baselineModel, disabledOffers, priceOverrides }: RoutingPolicy): string => {
  const prices = sorted(priceOverrides);
  return JSON.stringify({
    baseline: baselineModel,
    ...(disabledOffers.length > 0 && { disabled: [...disabledOffers].sort() }),
    ...(prices.length > 0 && { prices: Object.fromEntries(prices) }),
  });
};

/** Only what is enough votes to count. */
const feedbackText = (feedback: Feedback): string => {
  const offers = sorted(feedback).flatMap(([offer, byTask]) => {
    const cells = tasks.flatMap((task) => {
      const cell = byTask[task];
      return cell && cell.votes >= leastVotes ? [[task, [cell.votes, cell.mean]] as const] : [];
    });
    return cells.length === 0 ? [] : [[offer, Object.fromEntries(cells)] as const];
  });
  return JSON.stringify(Object.fromEntries(offers));
};

/** A text that is short, or `#` and its mark: by the mark it is known again, never read back. */
const keptOf = (text: string): string =>
  text.length <= longestCharacters ? text : `#${text.length}-${crc32(text).toString(16)}`;

const isNone = (text: string): boolean => text === "{}";

// The gateway's settings are one object for nearly a second, however many requests come.
const known = new WeakMap<RoutingPolicy, PolicyTexts>();

/** Settings and feedback as a record keeps them. */
export const policyTexts = (policy: RoutingPolicy): PolicyTexts => {
  const before = known.get(policy);
  if (before !== undefined) return before;
  const settings = settingsText(policy);
  const feedback = feedbackText(policy.feedback ?? {});
  const texts = {
    ...(!isNone(settings) && { settings: keptOf(settings) }),
    ...(!isNone(feedback) && { feedback: keptOf(feedback) }),
  };
  known.set(policy, texts);
  return texts;
};

const settingsSchema = z.object({
  baseline: z.string().optional(),
  disabled: z.array(z.string()).default([]),
  prices: z.record(z.string(), priceCardSchema).default({}),
});

const feedbackSchema = z.record(
  z.string(),
  z.partialRecord(z.enum(tasks), z.tuple([z.number(), z.number()])),
);

const parsed = <T>(text: string, schema: z.ZodType<T>): T | undefined => {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

const settingsIn = (text: string): Omit<RoutingPolicy, "feedback"> | undefined => {
  const read = parsed(text, settingsSchema);
  if (read === undefined) return undefined;
  return {
    ...(read.baseline !== undefined && { baselineModel: read.baseline as OfferName }),
    disabledOffers: read.disabled as OfferName[],
    priceOverrides: read.prices,
  };
};

const feedbackIn = (text: string): Feedback | undefined => {
  const read = parsed(text, feedbackSchema);
  if (read === undefined) return undefined;
  const feedback: Record<OfferName, Partial<Record<Task, Votes>>> = {};
  for (const [offer, byTask] of Object.entries(read)) {
    const cells = Object.entries(byTask).map(([task, [votes, mean]]) => [task, { votes, mean }]);
    feedback[offer as OfferName] = Object.fromEntries(cells) as Partial<Record<Task, Votes>>;
  }
  return feedback;
};

/**
 * The policy that a record tells of.
 *
 * @param today - the organization's present policy: it stands in where the record keeps a mark.
 * @returns undefined where the settings were long and are not those of today; `sameFeedback` is
 * false where the votes were many and have changed since: then those of today are taken.
 */
export const policyIn = (
  { settings = "{}", feedback = "{}" }: PolicyTexts,
  today?: RoutingPolicy,
): { readonly policy: RoutingPolicy; readonly sameFeedback: boolean } | undefined => {
  const marks = today === undefined ? {} : policyTexts(today);
  const read = settings === marks.settings ? today : settingsIn(settings);
  if (read === undefined) return undefined;
  const { baselineModel, disabledOffers, priceOverrides } = read;
  const votes = feedback === marks.feedback ? today?.feedback : feedbackIn(feedback);
  const taken = votes ?? today?.feedback;
  return {
    policy: {
      ...(baselineModel !== undefined && { baselineModel }),
      disabledOffers,
      priceOverrides,
      ...(taken !== undefined && { feedback: taken }),
    },
    sameFeedback: votes !== undefined,
  };
};
