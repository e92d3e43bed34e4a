import * as z from "zod";
import { createKey, type KeyAnswer } from "../../../../core/contract/keys";
import type { SentOf } from "../../../../core/contract/operation";
import { dateAt, endOfDate } from "../../format/local-date";
import { budgetText, typedBudget } from "../../state/budget-text";

type Created = SentOf<typeof createKey>["body"];
type RoutingMode = NonNullable<Created["routingMode"]>;

/** A key's settings as they are typed: empty texts stand for none. */
export type TypedKey = {
  readonly name: string;
  readonly environment: string;
  /** USD. */
  readonly daily: string;
  readonly monthly: string;
  readonly requestsPerMinute: string;
  /** The last day, "2026-11-24", by the organization's clock. */
  readonly expiresOn: string;
  /** Empty: the organization's. */
  readonly routingMode: RoutingMode | "";
  readonly cascade: boolean;
  readonly storePromptsDays: string;
};

/** What was typed, as a change of a key sends it: null takes a setting away. */
export type KeySettings = {
  readonly name: string;
  readonly environment: string;
  readonly budget: NonNullable<Created["budget"]> | null;
  readonly requestsPerMinute: number | null;
  /** undefined: as it was. */
  readonly expiresAt: string | null | undefined;
  readonly routingMode: RoutingMode | null;
  readonly cascade: boolean;
  readonly storePromptsDays: number | null;
};

export type KeyFormClock = {
  readonly timeZone: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** The date that stood there first: it may be over, and is kept to the millisecond. */
  readonly expiresOn: string;
};

const { name: nameField, environment: environmentField } = createKey.body.shape;

/** The contract's own field, with words of ours for nothing. */
const named = (words: string, field: typeof nameField) =>
  z
    .string()
    .refine((text) => text.trim() !== "", { error: words, abort: true })
    .pipe(field);

/** @param words - what is said of anything but a whole number within the limits. */
const whole = (most: number, words: string) =>
  z
    .string()
    .trim()
    .refine((text) => text === "" || (/^\d+$/.test(text) && isWithin(Number(text), most)), words)
    .transform((text) => (text === "" ? null : Number(text)));

const isWithin = (count: number, most: number): boolean => count >= 1 && count <= most;

const lastDay = ({ timeZone, now, expiresOn }: KeyFormClock) =>
  z.string().transform((date, context) => {
    if (date === expiresOn) return date === "" ? null : undefined;
    if (date === "") return null;
    const end = endOfDate(timeZone, date);
    if (end !== undefined && end > now) return new Date(end).toISOString();
    context.addIssue(
      end === undefined ? "Pick a date." : "This day is over. Pick a later one, or revoke the key.",
    );
    return z.NEVER;
  });

/** Reads what was typed of a key; each problem is under the name of its field. */
export const readKeyForm = (
  typed: TypedKey,
  clock: KeyFormClock,
): z.ZodSafeParseResult<KeySettings> =>
  z
    .object({
      name: named("Name the key, for example after the app that will use it.", nameField),
      environment: named(
        "Say where it is used: dev, staging, production or a name of yours.",
        environmentField,
      ),
      daily: budgetText,
      monthly: budgetText,
      requestsPerMinute: whole(
        1_000_000,
        "Enter a whole number from 1 to 1,000,000, or leave it empty.",
      ),
      expiresOn: lastDay(clock),
      routingMode: z.custom<TypedKey["routingMode"]>(),
      cascade: z.boolean(),
      storePromptsDays: whole(90, "Enter 1 to 90 days, or leave it empty."),
    })
    .transform(({ daily, monthly, expiresOn, routingMode, ...rest }) => ({
      ...rest,
      budget:
        daily === undefined && monthly === undefined
          ? null
          : { dailyMicroUsd: daily, monthlyMicroUsd: monthly },
      expiresAt: expiresOn,
      routingMode: routingMode === "" ? null : routingMode,
    }))
    .safeParse(typed);

/** What creating a key sends: nothing of what was left empty. */
export const toCreated = (settings: KeySettings): Created => ({
  name: settings.name,
  environment: settings.environment,
  ...(settings.budget && { budget: settings.budget }),
  ...(settings.requestsPerMinute !== null && { requestsPerMinute: settings.requestsPerMinute }),
  ...(settings.expiresAt && { expiresAt: settings.expiresAt }),
  ...(settings.routingMode && { routingMode: settings.routingMode }),
  ...(settings.cascade && { cascade: true }),
  ...(settings.storePromptsDays !== null && { storePromptsDays: settings.storePromptsDays }),
});

export const emptyKey = (): TypedKey => ({
  name: "",
  environment: "",
  daily: "",
  monthly: "",
  requestsPerMinute: "",
  expiresOn: "",
  routingMode: "",
  cascade: false,
  storePromptsDays: "",
});

const text = (value: string | number | null): string => (value === null ? "" : String(value));

/** A key's settings as they would be typed. */
export const typedKey = (key: KeyAnswer, timeZone: string): TypedKey => ({
  name: key.name,
  environment: key.environment,
  daily: typedBudget(key.budget.dailyMicroUsd),
  monthly: typedBudget(key.budget.monthlyMicroUsd),
  requestsPerMinute: text(key.requestsPerMinute),
  // A day's end is the next one's first instant.
  expiresOn: key.expiresAt === null ? "" : dateAt(timeZone, Date.parse(key.expiresAt) - 1),
  routingMode: key.routingMode ?? "",
  cascade: key.cascade,
  storePromptsDays: text(key.storePromptsDays),
});
