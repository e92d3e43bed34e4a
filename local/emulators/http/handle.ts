import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { EmulatorError } from "../emulator-error";
import { findOperation, type Operations } from "../operation";
import { isSchedulerPath, routeSchedulerRequest } from "../scheduler/route";
import { admit } from "./admit";
import { sendJson, sendJsonError } from "./json-answer";
import { parseJson } from "./parse-json";
import { sendQuery, sendQueryError } from "./query-answer";
import { parseQueryInput } from "./query-input";
import { readBody } from "./read-body";

/** The emulators' operations, by the protocol that each service's clients speak. */
export type Services = {
  /** AWS JSON: by the prefix of `x-amz-target`, with the protocol's version. */
  readonly json: Readonly<
    Record<
      string,
      {
        readonly version: "1.0" | "1.1";
        readonly operations: Operations;
        /** Those that are called without a signature. @default none */
        readonly publicOperations?: readonly string[];
      }
    >
  >;
  /** What anybody may read with GET, by its path: Cognito's key sets. */
  readonly document: (path: string) => object | undefined;
  /** AWS query (form in, XML out): SNS. */
  readonly sns: Operations;
  /** REST-JSON: EventBridge Scheduler. */
  readonly scheduler: Operations;
};

const snsNamespace = "http://sns.amazonaws.com/doc/2010-03-31/";

const isPublic = ({ json }: Services, target: string): boolean => {
  const [prefix = "", name = ""] = target.split(".");
  const service = Object.hasOwn(json, prefix) ? json[prefix] : undefined;
  return service?.publicOperations?.includes(name) === true;
};

const answerJson = async (
  { json }: Services,
  target: string,
  body: string,
  response: ServerResponse,
): Promise<void> => {
  const [prefix = "", name = ""] = target.split(".");
  const service = Object.hasOwn(json, prefix) ? json[prefix] : undefined;
  const contentType = `application/x-amz-json-${service?.version ?? "1.0"}`;
  try {
    if (!service) {
      throw new EmulatorError(
        "UnknownOperationException",
        `no emulator here knows the target ${JSON.stringify(target)}`,
      );
    }
    const run = findOperation(service.operations, prefix, name);
    sendJson(response, contentType, await run(parseJson(body)));
  } catch (error) {
    sendJsonError(response, contentType, error);
  }
};

const answerQuery = async (
  { sns }: Services,
  body: string,
  response: ServerResponse,
): Promise<void> => {
  try {
    const input = parseQueryInput(body);
    const action = String(input.Action);
    sendQuery(response, snsNamespace, action, await findOperation(sns, "SNS", action)(input));
  } catch (error) {
    sendQueryError(response, snsNamespace, error);
  }
};

const answerRest = async (
  { scheduler }: Services,
  request: IncomingMessage,
  url: URL,
  body: string,
  response: ServerResponse,
): Promise<void> => {
  try {
    const { operation, input } = routeSchedulerRequest(request.method ?? "GET", url, body);
    const run = findOperation(scheduler, "Scheduler", operation);
    sendJson(response, "application/json", await run(input));
  } catch (error) {
    sendJsonError(response, "application/json", error);
  }
};

const answer = async (
  services: Services,
  accessKeyId: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  response.setHeader("x-amzn-requestid", randomUUID());
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const target = request.headers["x-amz-target"];
  const document = request.method === "GET" ? services.document(url.pathname) : undefined;
  let body: string;
  try {
    const anybody = document !== undefined || isPublic(services, String(target));
    admit(request.headers, accessKeyId, anybody);
    body = await readBody(request);
  } catch (error) {
    // The rest of the body is not read, so the connection can't be used again.
    response.setHeader("connection", "close");
    sendJsonError(response, "application/x-amz-json-1.0", error);
    return;
  }
  if (document) sendJson(response, "application/json", document);
  else if (target !== undefined) await answerJson(services, String(target), body, response);
  else if (isSchedulerPath(url.pathname)) await answerRest(services, request, url, body, response);
  else if (request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
    await answerQuery(services, body, response);
  } else await answerJson(services, "", body, response);
};

/** One listener for all services: admits a request, finds its service, answers in its protocol. */
export const createListener =
  (services: Services, accessKeyId: string | undefined): RequestListener =>
  (request, response) => {
    void answer(services, accessKeyId, request, response);
  };
