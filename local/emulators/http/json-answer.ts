import type { ServerResponse } from "node:http";
import { EmulatorError } from "../emulator-error";

/** Turns whatever was thrown into an error that a client can be told of. */
export const toEmulatorError = (error: unknown): EmulatorError =>
  error instanceof EmulatorError
    ? error
    : new EmulatorError("InternalFailure", error instanceof Error ? error.message : String(error), {
        status: 500,
      });

const send = (
  response: ServerResponse,
  status: number,
  contentType: string,
  answer: object,
): void => {
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(status, { "content-type": contentType, "content-length": body.length });
  response.end(body);
};

/** Answers in the AWS JSON protocol. */
export const sendJson = (response: ServerResponse, contentType: string, answer: object): void => {
  send(response, 200, contentType, answer);
};

/** Answers an error in the AWS JSON and REST-JSON protocols: type in a header and in the body. */
export const sendJsonError = (
  response: ServerResponse,
  contentType: string,
  thrown: unknown,
): void => {
  const error = toEmulatorError(thrown);
  response.setHeader("x-amzn-errortype", error.type.replace(/^.*#/, ""));
  if (error.queryCode !== undefined) {
    response.setHeader("x-amzn-query-error", `${error.queryCode};Sender`);
  }
  const body = { __type: error.type, message: error.message, ...error.fields };
  send(response, error.status, contentType, body);
};
