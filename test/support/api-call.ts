import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import type { Operation, SentOf } from "../../core/contract/operation";
import type { createApi } from "../../lambdas/api/create-api";

export type Api = ReturnType<typeof createApi>;

/** What a client sends; left out: nothing. */
export type Sent<O extends Operation> = Partial<SentOf<O>> & { readonly token?: string };

type Values = Readonly<Record<string, unknown>>;

const pathOf = (path: string, params: Values): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

const queryOf = (query: Values): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one)]),
  );
  return new URLSearchParams(pairs).toString();
};

/** The event by which an HTTP API with one catch-all route hands a call on. */
const apiEvent = <O extends Operation>(
  operation: Pick<O, "method" | "path">,
  { token, params, query, body }: Sent<O> = {},
): APIGatewayProxyEventV2 => {
  const { method } = operation;
  const path = pathOf(operation.path, params ?? {});
  return {
    version: "2.0",
    routeKey: "ANY /api/{proxy+}",
    rawPath: path,
    rawQueryString: queryOf(query ?? {}),
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    pathParameters: { proxy: path.slice("/api/".length) },
    requestContext: { http: { method, path } },
    isBase64Encoded: false,
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  } as unknown as APIGatewayProxyEventV2;
};

export type Answered = {
  readonly status: number;
  /** Parsed; undefined: none. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** Of a refusal. */
  readonly code: string | undefined;
};

/** Calls an operation of the API as its Lambda function is called. */
export const callApi = async <O extends Operation>(
  api: Api,
  operation: O,
  sent: Sent<O> = {},
): Promise<Answered> => {
  const { statusCode = 0, body } = await api(apiEvent(operation, sent), {} as Context);
  const parsed = JSON.parse(body ?? "null") as Answered["body"] | null;
  const { error } = (parsed ?? {}) as { error?: { code: string } };
  return { status: statusCode, body: parsed ?? undefined, code: error?.code };
};
