import { loadCatalog } from "../../core/catalog/load";
import type { Offer } from "../../core/catalog/offer";
import { type ProviderId, providerIds } from "../../core/catalog/provider-id";
import { type CallerDialectId, type Dialect, dialects } from "../../core/chat/dialect";
import type { Tokens } from "../../core/money/amounts";
import { createRouter } from "../../core/routing/choose";
import type { GatewayDeps } from "../../lambdas/gateway/deps";
import type { HttpCall } from "../../lambdas/shared/http/upstream";
import { loadClassifier } from "../../lambdas/shared/load-classifier";
import { createAdapters } from "../../lambdas/shared/providers/adapters";
import type { Reply } from "../fakes/scripted-upstream";
import { reply } from "../fakes/scripted-upstream";
import { readAnswer, startGateway } from "../lambdas/gateway/harness";

/** A model of every provider in every dialect, so that each can be pinned. */
const offerOf = (provider: ProviderId, api: Dialect): Offer => ({
  provider,
  id: `recorded-${api}`,
  name: "Recorded",
  api,
  status: "active",
  limits: { contextTokens: 10_000_000 as Tokens, outputTokens: 100_000 as Tokens },
  input: ["text", "image", "audio", "pdf"],
  output: ["text"],
  can: { tools: true, structuredOutput: true, reasoning: true, temperature: true },
  prices: [],
  ability: { score: 50, basis: "declared", source: "test" },
  source: "test",
  takenOn: "2026-11-24",
});

const offers = providerIds.flatMap((provider) => dialects.map((api) => offerOf(provider, api)));

const paths: Readonly<Record<CallerDialectId, string>> = {
  completions: "/v1/chat/completions",
  responses: "/v1/responses",
  messages: "/v1/messages",
};

/** What a caller got, and what went out to its provider. */
export type Passed = {
  readonly status: number;
  readonly text: string;
  readonly call: HttpCall | undefined;
  readonly event: Awaited<ReturnType<typeof startGateway>>["usage"]["events"][number] | undefined;
};

export type World = {
  /** Sends a body in a dialect to a pinned model, whose provider answers as told. */
  pass(
    dialect: CallerDialectId,
    body: Readonly<Record<string, unknown>>,
    answer: { readonly status: number; readonly contentType: string; readonly body: string },
  ): Promise<Passed>;
  /** The same with a provider that answers as it likes. */
  passFrom(
    dialect: CallerDialectId,
    body: Readonly<Record<string, unknown>>,
    answer: Reply,
  ): Promise<Passed>;
};

/** Providers whose address is their customer's to say. */
const addresses: Partial<Record<ProviderId, string>> = {
  sandbox: "http://sandbox.test/v1",
  custom: "https://custom.test/v1",
  azure: "https://azure.test/openai/v1",
};

/** A gateway with a credential everywhere, whose upstream replays one answer at a time. */
export const startWorld = async (deps: Partial<GatewayDeps> = {}): Promise<World> => {
  const catalog = loadCatalog(offers);
  let current: Reply = () => Promise.reject(new Error("no answer is set"));
  const { ask, calls, usage } = await startGateway({
    replies: [(call, signal) => current(call, signal)],
    providers: providerIds,
    deps: {
      catalog,
      route: createRouter(catalog, loadClassifier()),
      adapters: createAdapters(addresses),
      ...deps,
    },
  });
  const passFrom: World["passFrom"] = async (dialect, body, answer) => {
    current = answer;
    calls.length = 0;
    usage.events.length = 0;
    const given = await readAnswer(ask(body, { path: paths[dialect] }));
    return { status: given.status, text: given.text, call: calls[0], event: usage.events[0] };
  };
  return {
    passFrom,
    pass: (dialect, body, { status, contentType, body: text }) =>
      passFrom(dialect, body, reply(status, { "content-type": contentType }, [text])),
  };
};
