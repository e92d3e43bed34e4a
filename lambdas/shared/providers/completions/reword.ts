import { hintFields, isHint } from "../../../../core/chat/completions/hint-fields";
import { efforts } from "../../../../core/chat/neutral/request";
import type { CalledModel } from "../adapter";
import type { FamilyRow } from "./family-row";
import { type Fields, rewordMessages, rewordTools } from "./reword-message";

/** What must differ in a request's body from how it was written. */
export type Changes = {
  readonly fields: Record<string, unknown>;
  /** New names by old ones. */
  readonly names: Record<string, string>;
  readonly removed: Set<string>;
};

type Step = (changes: Changes, body: Fields, row: FamilyRow, model: CalledModel) => void;

/** On a stream the provider is to count. */
const askForCount: Step = ({ fields, removed }, body, { countsUnasked }) => {
  const { stream, stream_options: options } = body;
  if (countsUnasked) {
    if (options !== undefined) removed.add("stream_options");
    return;
  }
  if (stream !== true) return;
  const asked = typeof options === "object" && options !== null ? (options as Fields) : {};
  if (asked.include_usage !== true) fields.stream_options = { ...asked, include_usage: true };
};

const leaveOutHints: Step = ({ removed }, body, { hints }) => {
  if (hints === undefined) return;
  for (const field of [...hintFields, "service_tier"]) {
    const unknown = body[field] !== undefined && !hints.includes(field);
    if (unknown && isHint(field, body)) removed.add(field);
  }
};

const rename: Step = ({ fields, names, removed }, body, { renames = {} }) => {
  for (const [from, to] of Object.entries(renames)) {
    if (body[from] === undefined) continue;
    if (body[to] === undefined) names[from] = to;
    else {
      fields[to] = body[from] ?? body[to];
      removed.add(from);
    }
  }
};

/**
 * OpenAI's reasoning models refuse the older `max_tokens`; the newer name means the same to all who
 * know it. A model that the caller named gets what the caller wrote.
 * @see https://platform.openai.com/docs/api-reference/chat/create (read 2026-11-24, by the types of
 * the `openai` package 6.49)
 */
const renameCeiling: Step = ({ names }, body, { renames = {} }, { substitute, reasons }) => {
  const { max_tokens: older, max_completion_tokens: newer } = body;
  if (!substitute || !reasons || older == null || newer !== undefined) return;
  if (!("max_completion_tokens" in renames)) names.max_tokens = "max_completion_tokens";
};

const wordEffort: Step = ({ fields, removed }, body, row, { substitute, reasons }) => {
  const { reasoning_effort: word } = body;
  const effort = efforts.find((known) => known === word);
  if (effort === undefined) return;
  // A model that does not think needs not be told so, and may refuse to be.
  if (effort === "none" && substitute && !reasons) removed.add("reasoning_effort");
  const wording = row.efforts?.[effort];
  if (wording === undefined || wording === word || removed.has("reasoning_effort")) return;
  if (typeof wording === "string") fields.reasoning_effort = wording;
  else {
    removed.add("reasoning_effort");
    Object.assign(fields, wording);
  }
};

const wordParts: Step = ({ fields }, body, row, model) => {
  const { messages, tools } = body;
  if (Array.isArray(messages)) {
    const reworded = rewordMessages(messages as readonly Fields[], row, model);
    if (reworded !== messages) fields.messages = reworded;
  }
  if (!Array.isArray(tools)) return;
  const reworded = rewordTools(tools as readonly Fields[], row);
  if (reworded !== tools) fields.tools = reworded;
};

const steps = [askForCount, leaveOutHints, rename, renameCeiling, wordEffort, wordParts];

/** What has to change in a body for a provider to take it. */
export const changesFor = (body: Fields, row: FamilyRow, model: CalledModel): Changes => {
  const changes: Changes = { fields: {}, names: {}, removed: new Set() };
  for (const step of steps) step(changes, body, row, model);
  return changes;
};

/** The body with its changes. */
export const applyChanges = (body: Fields, { fields, names, removed }: Changes): Fields => {
  const kept = Object.entries(body).filter(([field]) => !removed.has(field));
  const renamed = kept.map(([field, value]) => [names[field] ?? field, value] as const);
  return { ...Object.fromEntries(renamed), ...fields };
};
