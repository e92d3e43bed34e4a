import type { Catalog } from "../../../core/catalog/catalog";
import { loadCatalog } from "../../../core/catalog/load";
import type { UserId } from "../../../core/contract/fields";
import type { AnswerOf, Operation } from "../../../core/contract/operation";
import type { KeyId, OrganizationId } from "../../../core/ids";
import type { UsageCells } from "../../../core/ports/usage-cells";
import type { UsageStore } from "../../../core/ports/usage-store";
import type { Handler } from "../../../lambdas/api/handler";
import { createRequestsHandlers } from "../../../lambdas/api/requests/handlers";
import { runOperation } from "../../../lambdas/api/run-operation";
import { createSimulatorHandlers } from "../../../lambdas/api/simulator/handlers";
import { createMemoryAccess } from "../../fakes/memory-access";
import { createMemoryExportLinks } from "../../fakes/memory-export-links";
import { createMemoryLog } from "../../fakes/memory-log";
import { createMemoryUsageStore } from "../../fakes/memory-usage-store";

export const acme = "Acme00000000" as OrganizationId;
export const beta = "Beta00000000" as OrganizationId;
const userOf: Readonly<Record<string, OrganizationId>> = { alice: acme, bob: beta };

/** The API's part that reads requests, for two organizations; calls are made as over HTTP. */
export const startReading = async ({
  usage = createMemoryUsageStore(),
  catalog = loadCatalog(),
  now = Date.UTC(2026, 10, 24, 12),
}: {
  usage?: UsageStore & UsageCells;
  catalog?: Catalog;
  now?: number;
} = {}) => {
  const clock = { now };
  const { access, registry } = createMemoryAccess();
  const links = createMemoryExportLinks();
  const { log, lines } = createMemoryLog();
  const audited: unknown[] = [];
  for (const id of [acme, beta]) {
    await registry.putOrganization({
      id,
      name: id,
      timeZone: "Asia/Kolkata",
      routingMode: "balanced",
      disabledOffers: [],
      priceOverrides: {},
    });
    for (const [key, name, revokedAt] of [
      ["Key0000001", "production"],
      ["Key0000002", "old one", 1],
    ] as const) {
      await registry.putKey(id, {
        id: key as KeyId,
        hash: "",
        name: `${id} ${name}`,
        environment: "production",
        last4: "a1b2",
        createdAt: 0,
        ...(revokedAt !== undefined && { revokedAt }),
      });
    }
  }
  let serial = 0;
  const newToken = () => {
    serial += 1;
    return `${"t".repeat(40)}${String(serial).padStart(3, "0")}`;
  };
  const shared = { usage, registry, access, catalog, now: () => clock.now };
  const handlers = {
    ...createRequestsHandlers({ ...shared, links, newToken }),
    ...createSimulatorHandlers(shared),
  } as unknown as Record<string, Handler<Operation>>;
  const parts = {
    tokens: {
      verify: async (token: string) => ({ user: token as unknown as UserId, sessionSince: 1 }),
    },
    directory: {
      findUser: async (user: UserId) => ({
        id: user,
        email: `${user}@example.com`,
        createdAt: 0,
        sessionsFrom: 0,
        membership: {
          organization: userOf[user as unknown as string] ?? acme,
          role: "viewer" as const,
          since: 0,
        },
      }),
      findOrganization: async (id: OrganizationId) => ({ id, createdAt: 0 }),
    },
    audit: { append: async (row: unknown) => void audited.push(row) },
    log,
    now: () => clock.now,
    newAuditId: () => "audit",
  };
  const call = async <O extends Operation>(
    operation: O,
    asked: { query?: string; path?: Record<string, string>; body?: unknown; as?: string } = {},
  ) => {
    const handle = handlers[operation.id];
    if (!handle) throw new Error(`no handler of ${operation.id}`);
    const { query = "", path = {}, body, as = "alice" } = asked;
    const answer = await runOperation(
      operation as Operation,
      handle,
      {
        query,
        path,
        headers: { authorization: `Bearer ${as}` },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      parts,
    );
    return answer as { status: number; body: AnswerOf<O> };
  };
  return { usage, access, registry, links, clock, audited, log, lines, call };
};
