import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { ApiCall } from "./read-input";
import type { ApiAnswer } from "./run-operation";

const common = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The parameters that a path names; a catch-all route in front has one of its own. */
const parametersOf = (
  path: string,
  given: APIGatewayProxyEventV2["pathParameters"],
): Record<string, string> => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return Object.fromEntries(names.map((name) => [name, decoded(given?.[name] ?? "")]));
};

/** An HTTP API's event as a call of an operation of that path. */
export const toCall = (path: string, event: APIGatewayProxyEventV2): ApiCall => {
  const { pathParameters, rawQueryString, headers, body, isBase64Encoded } = event;
  const text = isBase64Encoded ? Buffer.from(body ?? "", "base64").toString("utf8") : body;
  return {
    path: parametersOf(path, pathParameters),
    query: rawQueryString,
    headers,
    ...(text !== undefined && { body: text }),
  };
};

/** An answer as an HTTP API takes it. */
export const toEventAnswer = (answer: ApiAnswer): APIGatewayProxyStructuredResultV2 => {
  const { status, body } = answer;
  const retryAfter = "retryAfterSeconds" in answer ? answer.retryAfterSeconds : undefined;
  const headers = {
    ...common,
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  };
  if (body === undefined) return { statusCode: status, headers };
  return {
    statusCode: status,
    headers: { ...headers, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
  };
};
