import type { NeutralMessage, NeutralRequest } from "../../../../../core/chat/neutral/request";
import type { CalledModel } from "../../../../../lambdas/shared/providers/adapter";

export const said = (text: string): NeutralMessage => ({
  role: "user",
  parts: [{ kind: "text", text }],
});

/** A request that says one thing, and what else is given. */
export const asking = (fields: Partial<NeutralRequest> = {}): NeutralRequest => ({
  messages: [said("Hi")],
  tools: [],
  stop: [],
  choices: 1,
  stream: false,
  bound: [],
  ...fields,
});

export const model = (id: string, fields: Partial<CalledModel> = {}): CalledModel => ({
  id,
  substitute: false,
  reasons: true,
  mostOutputTokens: 0,
  ...fields,
});
