import { Readable } from "node:stream";
import { BedrockRuntimeServiceException } from "@aws-sdk/client-bedrock-runtime";
import type { HttpAnswer } from "../http/upstream";
import { UpstreamUnreachableError } from "../http/upstream";

export const jsonAnswer = (
  status: number,
  body: unknown,
  headers: HttpAnswer["headers"] = {},
): HttpAnswer => ({
  status,
  headers: { ...headers, "content-type": "application/json" },
  body: Readable.from([Buffer.from(JSON.stringify(body), "utf8")]),
});

/** Of the answer behind an error: what says when to come back, and which call it was. */
const passedOn = ["retry-after", "x-amzn-requestid"] as const;

const headersOf = (error: BedrockRuntimeServiceException): HttpAnswer["headers"] => {
  const headers = error.$response?.headers ?? {};
  return Object.fromEntries(
    passedOn.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;

/** The gateway has no AWS identity, or an old one: nobody was asked. */

const isCredentialsError = (error: unknown): boolean =>
  error instanceof Error && /(Credentials|Token)ProviderError$/.test(error.name);

/**
 * What the SDK throws as an HTTP answer again.
 *
 * @throws UpstreamUnreachableError where there was no answer.
 */
export const toErrorAnswer = (error: unknown): HttpAnswer => {
  if (error instanceof BedrockRuntimeServiceException) {
    const { name: type, message, $metadata, $fault } = error;
    const status = $metadata.httpStatusCode ?? ($fault === "server" ? 500 : 400);
    return jsonAnswer(status, { error: { type, message } }, headersOf(error));
  }
  if (isCredentialsError(error)) {
    const message = "the gateway has no AWS credentials of its own to call Bedrock with";
    return jsonAnswer(401, { error: { type: "NoAwsCredentials", message } });
  }
  const name = error instanceof Error ? error.name : "unknown";
  throw new UpstreamUnreachableError(codeOf(error) ?? name, { cause: error });
};

/**
 * What ends a stream in its midst, as an event of its own: `{"throttlingException": {message}}`.
 * Undefined where the connection broke, and nothing was said.
 */
export const toErrorEvent = (error: unknown): object | undefined => {
  if (!(error instanceof Error) || codeOf(error) !== undefined) return undefined;
  const { name, message } = error;
  if (!/Exception$/.test(name)) return undefined;
  return { [name.charAt(0).toLowerCase() + name.slice(1)]: { message } };
};
