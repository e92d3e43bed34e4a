import * as z from "zod";

/** An object that says by `type` what it is; fields that are unknown here stay. */
export type Typed = { readonly type: string; readonly [field: string]: unknown };

type Check = z.core.$RefinementCtx;

/** Passes on what another schema finds wrong, each with its own path. */
const refineBy = (schema: z.ZodType, value: unknown, context: Check): void => {
  const parsed = schema.safeParse(value);
  for (const { message, path } of parsed.error?.issues ?? []) {
    context.addIssue({ code: "custom", message, path: [...path] });
  }
};

/**
 * Objects told apart by `type`: those that are known are checked; Anthropic adds others faster than
 * anyone can list them, and it judges those itself.
 */
export const byType = (known: Readonly<Record<string, z.ZodType>>): z.ZodType<Typed> =>
  z.looseObject({ type: z.string().min(1) }).superRefine((value, context) => {
    const schema = Object.hasOwn(known, value.type) ? known[value.type] : undefined;
    if (schema) refineBy(schema, value, context);
  });

/** A text, or the blocks that stand for it; what is wrong is told of the block, not of the whole. */
export const textOr = <Item>(item: z.ZodType<Item>): z.ZodType<string | readonly Item[]> => {
  const items = z.array(item);
  return z.custom<string | readonly Item[]>().superRefine((value: unknown, context) => {
    if (typeof value === "string") return;
    if (Array.isArray(value)) refineBy(items, value, context);
    else context.addIssue({ code: "custom", message: "expected a string or an array of blocks" });
  });
};
