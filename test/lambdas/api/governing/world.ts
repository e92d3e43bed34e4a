import { createHash, randomBytes } from "node:crypto";
import type { ErrorBody } from "../../../../core/contract/error-body";
import type { UserId } from "../../../../core/contract/fields";
import type { AnswerOf, Operation } from "../../../../core/contract/operation";
import type { Role } from "../../../../core/contract/role";
import type { OrganizationId } from "../../../../core/ids";
import type { AuditRow } from "../../../../core/ports/audit-log";
import type { Registry } from "../../../../core/ports/registry";
import type { TestTickets } from "../../../../core/ports/test-tickets";
import type { UsageCells } from "../../../../core/ports/usage-cells";
import type { UsageReader } from "../../../../core/ports/usage-store";
import type { Sealer } from "../../../../core/ports/vault";
import { createCredentialsHandlers } from "../../../../lambdas/api/credentials/handlers";
import type { Handler } from "../../../../lambdas/api/handler";
import { createKeysHandlers } from "../../../../lambdas/api/keys/handlers";
import { createKeySpends } from "../../../../lambdas/api/keys/key-spends";
import type { KeysParts } from "../../../../lambdas/api/keys/parts";
import { createModelsHandlers } from "../../../../lambdas/api/models/handlers";
import { createOrganizationHandlers } from "../../../../lambdas/api/organization/handlers";
import { runOperation } from "../../../../lambdas/api/run-operation";
import type { Upstream } from "../../../../lambdas/shared/http/upstream";
import { createSiteOf } from "../../../../lambdas/shared/providers/sites";
import { createMemoryLog } from "../../../fakes/memory-log";
import { catalog, noon } from "../../gateway/harness";

export type WorldParts = {
  readonly registry: Registry;
  readonly usage: Pick<UsageReader, "lastUsed"> & UsageCells;
  readonly sealer: Sealer;
  readonly tickets: Pick<TestTickets, "issue">;
  /** Of the API's own tests of what was entered. */
  readonly upstream: Upstream;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  readonly planLimits?: KeysParts["planLimits"];
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** An API of keys, credentials, models and settings, with one member who is whoever asks. */
export const openApi = (parts: WorldParts) => {
  const { registry, now = () => noon } = parts;
  const { log, lines } = createMemoryLog();
  const rows: AuditRow[] = [];
  const directory = {
    findOrganization: async (id: OrganizationId) => ({ id, createdAt: noon }),
    findUser: async (id: UserId) => {
      const [organization, role] = id.split("/") as [OrganizationId, Role];
      const membership = { organization, role, since: 0 };
      return { id, email: "ada@example.com", createdAt: 0, sessionsFrom: 0, membership };
    },
  };
  const common = { registry, catalog, now, randomBytes, sha256 };
  const handlers = {
    ...createKeysHandlers({
      ...common,
      usage: parts.usage,
      keySpends: createKeySpends(parts.usage),
      ...(parts.planLimits && { planLimits: parts.planLimits }),
    }),
    ...createCredentialsHandlers({
      ...common,
      sealer: parts.sealer,
      tickets: parts.tickets,
      testing: { upstream: parts.upstream, siteOf: createSiteOf() },
      gatewayUrl: "http://gateway.example.com",
      fetch: parts.fetch ?? (() => Promise.reject(new Error("away"))),
    }),
    ...createModelsHandlers(common),
    ...createOrganizationHandlers({ ...common, directory }),
  } as unknown as Readonly<Record<string, unknown>>;
  const run = {
    tokens: {
      verify: async (token: string) => ({ user: token as unknown as UserId, sessionSince: 1 }),
    },
    directory,
    audit: { append: async (row: AuditRow) => void rows.push(row) },
    log,
    now,
    newAuditId: String,
  };
  const call =
    (organization: OrganizationId, role: Role = "owner") =>
    async <O extends Operation>(
      operation: O,
      sent: { params?: Record<string, string>; body?: unknown } = {},
    ) => {
      const handle = handlers[operation.id] as Handler<Operation>;
      const request = {
        path: sent.params ?? {},
        query: "",
        headers: { authorization: `Bearer ${organization}/${role}` },
        ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
      };
      const { status, body } = await runOperation<Operation>(operation, handle, request, run);
      const { error } = Object(body) as Partial<ErrorBody>;
      return {
        status,
        body: body as AnswerOf<O>,
        code: error?.code,
        text: JSON.stringify(body ?? null),
      };
    };
  return { call, rows, lines };
};
