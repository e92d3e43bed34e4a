import * as z from "zod";
import type { Tokens } from "../../../../core/money/amounts";
import type { CountedUnit, UnitCounts } from "../../../../core/usage/provider-usage";
import type { TokenBuckets } from "../../../../core/usage/token-buckets";
import type { AnswerItem, AnswerResponse } from "./answer-item";

/** More tokens than any request has: beyond it the count is no count. */
const mostTokens = 100_000_000;
const count = z.int().nonnegative().max(mostTokens);
const detail = count.nullish().catch(undefined);

/**
 * What is billed by; a provider may add what it likes. `input_tokens` includes what the cache gave
 * and took, `output_tokens` reasoning; where the total shows that a provider counts reasoning beside
 * the output, it is added.
 * @see https://platform.openai.com/docs/api-reference/responses/object (read 2026-11-24, by the types
 * of the `openai` package 6.49)
 */
const usageSchema = z.object({
  input_tokens: count,
  output_tokens: count.nullish(),
  total_tokens: detail,
  input_tokens_details: z
    .object({ cached_tokens: detail, cache_write_tokens: detail })
    .nullish()
    .catch(undefined),
  output_tokens_details: z.object({ reasoning_tokens: detail }).nullish().catch(undefined),
});

/** Disjoint buckets that sum back to the provider's own input and output; undefined without a count. */
export const readTokens = (value: unknown): TokenBuckets | undefined => {
  const parsed = usageSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const usage = parsed.data;
  const input = usage.input_tokens;
  const counted = usage.output_tokens ?? 0;
  const reasoned = usage.output_tokens_details?.reasoning_tokens ?? 0;
  const beside = reasoned > 0 && usage.total_tokens === input + counted + reasoned;
  const output = beside ? counted + reasoned : counted;
  const cacheRead = Math.min(usage.input_tokens_details?.cached_tokens ?? 0, input);
  const written = usage.input_tokens_details?.cache_write_tokens ?? 0;
  const cacheWrite5m = Math.min(written, input - cacheRead);
  const reasoning = Math.min(reasoned, output);
  return {
    freshInput: (input - cacheRead - cacheWrite5m) as Tokens,
    cacheRead: cacheRead as Tokens,
    cacheWrite5m: cacheWrite5m as Tokens,
    cacheWrite1h: 0 as Tokens,
    visibleOutput: (output - reasoning) as Tokens,
    reasoningOutput: reasoning as Tokens,
  };
};

/** A call that opened a page, or looked within one, is no search. */
const isSearch = ({ type, action }: AnswerItem): boolean =>
  type === "web_search_call" && (action?.type ?? "search") === "search";

/** Code and commands run in containers, which are billed by the session; two calls may share one. */
const containersIn = (items: readonly AnswerItem[]): number =>
  new Set(
    items
      .map(({ container_id, environment }) => container_id ?? environment?.container_id)
      .filter((id) => id != null),
  ).size;

/** The names of the two search tools, of whichever version: both are called by items of one type. */
const searchTool = /^web_search(_\d|$)/;
const olderSearchTool = /^web_search_preview/;

type Tools = AnswerResponse["tools"];

const asksFor = (tools: Tools, name: RegExp): boolean =>
  (tools ?? []).some(({ type }) => name.test(type ?? ""));

/**
 * The tool that was called is the one that was asked for, as the answer says again.
 * @see https://platform.openai.com/docs/api-reference/responses/object (read 2026-11-24, by the types
 * of the `openai` package 6.49: WebSearchTool, WebSearchPreviewTool)
 */
const searchUnit = (tools: Tools): CountedUnit =>
  asksFor(tools, olderSearchTool) ? "web-search-preview" : "web-search";

/** What the provider's own tools did, of what is billed by the piece. */
export const countUnits = (items: readonly AnswerItem[], tools: Tools): UnitCounts | undefined => {
  const counts = {
    [searchUnit(tools)]: items.filter(isSearch).length,
    "file-search": items.filter(({ type }) => type === "file_search_call").length,
    "code-session": containersIn(items),
  };
  const used = Object.entries(counts).filter(([, times]) => times > 0);
  return used.length > 0 ? Object.fromEntries(used) : undefined;
};

/**
 * Images are made by a model of their own, whose tokens no usage counts. Nor does anything tell which
 * of two search tools was called.
 */
export const hasOtherRates = (items: readonly AnswerItem[], tools: Tools): boolean =>
  items.some(({ type }) => type === "image_generation_call") ||
  (asksFor(tools, searchTool) && asksFor(tools, olderSearchTool) && items.some(isSearch));
