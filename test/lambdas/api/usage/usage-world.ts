import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { UserId } from "../../../../core/contract/fields";
import type { Operation } from "../../../../core/contract/operation";
import { usageOperations } from "../../../../core/contract/usage";
import type { KeyId, OrganizationId } from "../../../../core/ids";
import type { UsageReader } from "../../../../core/ports/usage-store";
import type { Handler } from "../../../../lambdas/api/handler";
import { runOperation } from "../../../../lambdas/api/run-operation";
import { toCall, toEventAnswer } from "../../../../lambdas/api/to-event-answer";
import { createUsageHandlers } from "../../../../lambdas/api/usage/handlers";
import { cellsOfTotals } from "../../../fakes/cells-of-totals";
import { createMemoryLog } from "../../../fakes/memory-log";

const user = "00000000-0000-4000-8000-000000000001" as unknown as UserId;

export type UsageWorld = {
  readonly organization: OrganizationId;
  readonly timeZone: string;
  readonly usage: Pick<UsageReader, "totals">;
  readonly now: number;
  readonly keys?: readonly { id: KeyId; name: string; last4: string }[];
  readonly baselineModel?: string;
};

/** The usage endpoints as the API runs them, asked by a viewer of the organization. */
export const openUsageApi = (world: UsageWorld) => {
  const { organization, timeZone, usage, now, keys = [], baselineModel } = world;
  const settings = { timeZone, ...(baselineModel && { baselineModel: baselineModel as never }) };
  const handlers = createUsageHandlers({
    usage: cellsOfTotals(usage),
    settings: { find: async (id) => (id === organization ? settings : undefined) },
    keys: { list: async (id) => (id === organization ? keys : []) },
    now: () => now,
  });
  const membership = { organization, role: "viewer", since: 0 } as const;
  const parts = {
    tokens: { verify: async () => ({ user, sessionSince: now }) },
    directory: {
      findUser: async () => ({
        id: user,
        email: "viewer@example.com",
        createdAt: 0,
        sessionsFrom: 0,
        membership,
      }),
      findOrganization: async () => ({ id: organization, createdAt: 0 }),
    },
    audit: { append: async () => undefined },
    log: createMemoryLog().log,
    now: () => now,
    newAuditId: () => "audit",
  };
  return async (path: string, query: Record<string, string | readonly string[]> = {}) => {
    const parameters = new URLSearchParams(
      Object.entries(query).flatMap(([name, values]) =>
        [values].flat().map((value) => [name, value] satisfies [string, string]),
      ),
    );
    const event = {
      version: "2.0",
      rawPath: path,
      rawQueryString: parameters.toString(),
      headers: { authorization: "Bearer token" },
      requestContext: { http: { method: "GET", path } },
    } as unknown as APIGatewayProxyEventV2;
    const operation = usageOperations.find((one) => one.path === path);
    if (!operation) throw new Error(`there is no ${path}`);
    const handle = handlers[operation.id] as unknown as Handler<Operation>;
    const call = toCall(path, event);
    const answer = toEventAnswer(await runOperation<Operation>(operation, handle, call, parts));
    const { statusCode, body = "" } = answer;
    return { status: statusCode, bytes: body.length, body: JSON.parse(body) };
  };
};
