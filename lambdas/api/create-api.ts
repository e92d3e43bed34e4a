import middy from "@middy/core";
import httpRouter from "@middy/http-router";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Operation } from "../../core/contract/operation";
import { operations } from "../../core/contract/operations";
import { RequestError } from "../../core/errors";
import { toErrorAnswer } from "./error-answer";
import type { Handler, HandlersOf } from "./handler";
import { type RunParts, runOperation } from "./run-operation";
import { toCall, toEventAnswer } from "./to-event-answer";

/** A handler for each operation of the contract. */
export type ApiHandlers = HandlersOf<typeof operations>;

export type ApiFunction = (
  event: APIGatewayProxyEventV2,
) => Promise<APIGatewayProxyStructuredResultV2>;

type RouterOptions = Parameters<typeof httpRouter>[0];

/** The dashboard's API as a function behind an HTTP API: every operation of the contract, and nothing else. */
export const createApi = (handlers: ApiHandlers, parts: RunParts) => {
  const route = (operation: Operation, handle: Handler<Operation>) => ({
    method: operation.method,
    path: operation.path,
    handler: async (event: APIGatewayProxyEventV2) => {
      const call = toCall(operation.path, event);
      return toEventAnswer(await runOperation(operation, handle, call, parts));
    },
  });
  const byId = handlers as unknown as Readonly<Record<string, Handler<Operation>>>;
  const routes = operations.flatMap((operation) => {
    const handle = byId[operation.id];
    return handle ? [route(operation, handle)] : [];
  });
  const notFoundResponse = ({ method, path }: { method: string; path: string }) => {
    const message = `there is no ${method} ${path.slice(0, 200)}; /api/openapi.json lists what there is`;
    const error = new RequestError(404, "not_found", message);
    return toEventAnswer(toErrorAnswer(error, parts.log, "none"));
  };
  // The router's types know every kind of event; here come those of one.
  const router = httpRouter({ routes, notFoundResponse } as unknown as RouterOptions);
  return middy(router as unknown as ApiFunction);
};
