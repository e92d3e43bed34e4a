import { invalidSchema, parseSchema, type Schema } from "./schema";

/** Finds what a `$ref` names; the same ref gives the same object. */
export type Resolver = (ref: string) => Schema;

const unescaped = (step: string) =>
  decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");

const child = (value: unknown, step: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, step)
    ? (value as Record<string, unknown>)[step]
    : undefined;

/**
 * Resolves JSON pointers within one document: `#`, `#/$defs/name`, `#/definitions/name`, …
 *
 * @throws SandboxError with status 400 for a ref that leaves the document or leads nowhere.
 */
export const createResolver = (root: unknown): Resolver => {
  const known = new Map<string, Schema>();
  return (ref) => {
    const found = known.get(ref);
    if (found !== undefined) return found;
    if (!/^#(\/|$)/.test(ref)) throw invalidSchema(`$ref '${ref}' must start with '#'.`);
    const target = ref.split("/").slice(1).map(unescaped).reduce(child, root);
    if (target === undefined) throw invalidSchema(`$ref '${ref}' can't be resolved.`);
    const schema = parseSchema(target);
    known.set(ref, schema);
    return schema;
  };
};
