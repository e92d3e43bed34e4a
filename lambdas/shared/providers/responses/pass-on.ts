import { setJsonFields } from "../../../../core/chat/json-fields";
import { isForeignSeal } from "../../../../core/chat/neutral/seal";
import { isOwnId } from "../../../../core/chat/responses/own-id";
import type { Outgoing } from "../adapter";

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** Reasoning of another dialect's provider: this one would look for it in vain. */
const isForeign = ({ type, id, encrypted_content: content }: Json): boolean =>
  type === "reasoning" && (isOwnId(id) || (typeof content === "string" && isForeignSeal(content)));

/**
 * The items without what the gateway put into them when it translated earlier answers; undefined
 * where there is nothing of it.
 */
const cleanItems = (input: unknown): readonly unknown[] | undefined => {
  if (!Array.isArray(input)) return undefined;
  const items: readonly unknown[] = input;
  const kept = items.filter((item) => !isObject(item) || !isForeign(item));
  const clean = kept.map((item) => {
    if (!isObject(item) || !isOwnId(item.id)) return item;
    const { id: _, ...rest } = item;
    return rest;
  });
  return clean.some((item, at) => item !== items[at]) || clean.length < items.length
    ? clean
    : undefined;
};

const encrypted = "reasoning.encrypted_content";

/**
 * A substitute that does not think refuses to be asked for the seals of its thoughts.
 * @see https://github.com/pydantic/pydantic-ai/issues/2865 (read 2026-11-24)
 */
const cleanInclude = ({ request, model }: Outgoing): readonly unknown[] | undefined => {
  const { include } = request.body;
  if (!model.substitute || model.reasons || !Array.isArray(include)) return undefined;
  return include.includes(encrypted) ? include.filter((what) => what !== encrypted) : undefined;
};

/**
 * A request of this dialect: the caller's bytes, but for what has to change.
 *
 * @param name - the provider's own name of the model.
 */
export const passOn = (outgoing: Outgoing, name: string): string => {
  const { request } = outgoing;
  const input = cleanItems(request.body.input);
  const include = cleanInclude(outgoing);
  const fields = {
    ...(request.model !== name && { model: JSON.stringify(name) }),
    ...(input && { input: JSON.stringify(input) }),
    ...(include && { include: JSON.stringify(include) }),
  };
  return Object.keys(fields).length > 0 ? setJsonFields(request.text, fields) : request.text;
};
