import { cardAt } from "../../../core/money/card-at";
import { costOf } from "../../../core/money/cost";
import type { TokenBuckets } from "../../../core/usage/token-buckets";
import { usageEventSchema } from "../../../core/usage/usage-event";
import { jsonReply, type Reply } from "../../fakes/scripted-upstream";
import { catalog, type HarnessOptions, noon, readAnswer, startGateway } from "./harness";

/** What one answer counts, as its provider reports it. */
export type Counted = {
  readonly prompt: number;
  readonly cached?: number;
  readonly completion: number;
};

export type Saying = {
  readonly counted?: Counted;
  readonly finish?: string;
  readonly refusal?: string;
  readonly tier?: string;
};

/** A chat completion that says this. */
export const completionOf = (
  content: string | null,
  { counted = { prompt: 100, completion: 10 }, finish = "stop", refusal, tier }: Saying = {},
) => ({
  id: "chatcmpl-1",
  object: "chat.completion",
  choices: [
    {
      index: 0,
      message: { role: "assistant", content, refusal: refusal ?? null },
      finish_reason: finish,
    },
  ],
  usage: {
    prompt_tokens: counted.prompt,
    completion_tokens: counted.completion,
    prompt_tokens_details: { cached_tokens: counted.cached ?? 0 },
  },
  ...(tier !== undefined && { service_tier: tier }),
});

export const saying = (content: string | null, more: Saying = {}): Reply =>
  jsonReply(completionOf(content, more));

/** A request whose answer is one of two labels, to a model that leaves room below it. */
export const yesOrNo = {
  model: "gpt-4o",
  messages: [{ role: "user", content: "Is the sky blue? Answer only with yes or no." }],
};

export const on = { headers: { "x-smashcost-cascade": "on" } };

/** A gateway in `balanced` mode. */
export const start = (
  replies: readonly [Reply, ...Reply[]],
  { organization, ...options }: Omit<HarnessOptions, "replies"> = {},
) =>
  startGateway({ replies, organization: { routingMode: "balanced", ...organization }, ...options });

type Started = Awaited<ReturnType<typeof start>>;

/** Asks, and gives the answer with the record that it left, as a store would bring it back. */
export const askRecorded = async (
  { ask, usage, calls }: Started,
  body: unknown = yesOrNo,
  asked: Parameters<Started["ask"]>[1] = on,
) => {
  const answer = await readAnswer(ask(body, asked));
  const event = usageEventSchema.parse(JSON.parse(JSON.stringify(usage.events.at(-1))));
  const models = calls.map((call) => (JSON.parse(call.body ?? "{}") as { model: string }).model);
  return { ...answer, event, models };
};

/** What tokens cost at a model of the catalog. */
export const costAt = (model: string, tokens: TokenBuckets): number => {
  const offer = catalog.find(`openai/${model}`);
  const card = offer && cardAt(offer, noon);
  if (!card) throw new Error(`${model} has no price`);
  return costOf(tokens, card);
};
