import type { Operation, SentOf } from "../../core/contract/operation";
import type { OperationId, operations } from "../../core/contract/operations";

type ById = { readonly [O in (typeof operations)[number] as O["id"]]: O };
type Samples = { readonly [Id in OperationId]?: Partial<SentOf<ById[Id]>> };

const key = { key: "Key0000001" };
const provider = { provider: "openai" } as const;
const user = { user: "00000000-0000-4000-8000-000000000001" };
const invite = { invite: "Invite0000000001" };
const token = "t".repeat(43);
const period = { from: "2026-11-01T00:00:00Z", to: "2026-11-08T00:00:00Z" };

/** What an operation must be sent at least, where that is anything at all. */
const samples: Samples = {
  "organization.create": { body: { name: "Acme", timeZone: "Europe/Berlin" } },
  "organization.update": { body: { name: "Acme" } },
  "keys.create": { body: { name: "web", environment: "production" } },
  "keys.update": { params: key, body: { name: "web" } },
  "keys.revoke": { params: key },
  "credentials.try": { params: provider, body: { key: "sk-test" } },
  "credentials.put": { params: provider, body: { key: "sk-test" } },
  "credentials.test": { params: provider },
  "credentials.remove": { params: provider },
  "models.update": { body: { offers: ["openai/gpt-4o"], enabled: true } },
  "models.override-price": { body: { offer: "openai/gpt-4o", price: null } },
  "usage.breakdown": { query: { by: "customer" } },
  "requests.tail": { query: { after: "cursor" } },
  "requests.get": { params: { request: "req_01KAVF2N0000000000000000A1" } },
  "requests.export": { body: period },
  "alerts.put": { body: { thresholdMicroUsd: 5_000_000, recipients: [] } },
  "members.change-role": { params: user, body: { role: "viewer" } },
  "members.remove": { params: user },
  "invites.create": { body: { email: "new@example.com", role: "viewer" } },
  "invites.resend": { params: invite },
  "invites.withdraw": { params: invite },
  "invites.preview": { body: { token } },
  "invites.accept": { body: { token } },
  "account.delete": { body: { confirmation: "Acme" } },
  "plan.checkout": { body: { plan: "pro" } },
  "plan.webhook": { body: "{}" },
};

export const sampleOf = (operation: Operation): Partial<SentOf<Operation>> =>
  (samples as Readonly<Record<string, Partial<SentOf<Operation>>>>)[operation.id] ?? {};
