import type { CallerRequest } from "../../../../../core/chat/caller-dialect";
import { completionsDialect } from "../../../../../core/chat/completions/dialect";
import type { NeutralRequest } from "../../../../../core/chat/neutral/request";
import type { PlainKey } from "../../../../../core/ports/vault";
import type { CalledModel, Outgoing } from "../../../../../lambdas/shared/providers/adapter";

const called: CalledModel = { id: "m", substitute: false, reasons: false, mostOutputTokens: 0 };

const settings = {
  resource: "acme",
  deployments: { m: "m-deployed" },
  baseUrl: "https://llm.example.com/v1/",
};

const outgoing = (request: CallerRequest, model: Partial<CalledModel>): Outgoing => ({
  request,
  model: { ...called, ...model },
  key: "secret" as PlainKey,
  settings,
  passedHeaders: {},
});

/** A chat completions request on its way. */
export const asWritten = (body: object, model: Partial<CalledModel> = {}): Outgoing =>
  outgoing(completionsDialect.read(JSON.stringify(body)), model);

/** A request of another dialect on its way. */
export const fromAnother = (
  neutral: NeutralRequest,
  model: Partial<CalledModel> = {},
): Outgoing => {
  const read = completionsDialect.read('{"model":"m","messages":[{"role":"user","content":"x"}]}');
  const { stream: streamed, choices } = neutral;
  return outgoing(
    { ...read, dialect: "messages", streamed, choices, neutral: () => neutral },
    model,
  );
};
