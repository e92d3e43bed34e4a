import type { AnswerContext, CallerRequest } from "../../../../../core/chat/caller-dialect";
import type { NeutralRequest } from "../../../../../core/chat/neutral/request";
import { responsesDialect } from "../../../../../core/chat/responses/dialect";
import type { PlainKey } from "../../../../../core/ports/vault";
import type { CalledModel, Outgoing } from "../../../../../lambdas/shared/providers/adapter";
import { createResponsesAdapter } from "../../../../../lambdas/shared/providers/responses/adapter";
import type { Site } from "../../../../../lambdas/shared/providers/site";

export const site: Site = {
  provider: "openai",
  url: () => "https://api.openai.com/v1",
  auth: (key) => ({ authorization: `Bearer ${key}` }),
};

export const adapter = createResponsesAdapter(site);

export const thinker: CalledModel = {
  id: "gpt-5",
  substitute: false,
  reasons: true,
  mostOutputTokens: 0,
};

export const plainModel: CalledModel = { ...thinker, id: "gpt-4o", reasons: false };

export const readResponses = (body: unknown): CallerRequest =>
  responsesDialect.read(JSON.stringify(body));

const askedElsewhere = readResponses({ model: "x", input: "hi" });

/** A request of another dialect that says this. */
export const elsewhere = (neutral: Partial<NeutralRequest>): CallerRequest => ({
  ...askedElsewhere,
  dialect: "completions",
  neutral: () => ({
    messages: [],
    tools: [],
    stop: [],
    choices: 1,
    stream: false,
    bound: [],
    ...neutral,
  }),
});

export const outgoing = (request: CallerRequest, model: CalledModel = thinker): Outgoing => ({
  request,
  model,
  key: "sk-test" as PlainKey,
  settings: {},
  passedHeaders: {},
});

/** The body that a provider of Responses gets. */
export const sentBody = (request: CallerRequest, model?: CalledModel): string =>
  adapter.toHttp(outgoing(request, model)).body ?? "";

export const sent = (request: CallerRequest, model?: CalledModel): Record<string, unknown> =>
  JSON.parse(sentBody(request, model)) as Record<string, unknown>;

export const contextFor = (body: object = {}): AnswerContext => ({
  request: readResponses({ model: "gpt-5", input: "hi", ...body }),
  id: "req-1",
  model: "claude-opus",
  createdAt: 1_790_000_000,
});

/** The `data:` payloads of server-sent text. */
export const payloadsOf = (text: string): readonly string[] =>
  text.split("\n").flatMap((line) => (line.startsWith("data:") ? [line.slice(5).trim()] : []));
