import type { ServerResponse } from "node:http";
import { toEmulatorError } from "./json-answer";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** Members as elements, arrays as `<member>` lists; what is undefined is left out. */
const toXml = (value: unknown): string => {
  if (Array.isArray(value)) return value.map((each) => `<member>${toXml(each)}</member>`).join("");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => `<${name}>${toXml(member)}</${name}>`)
      .join("");
  }
  return escapeXml(String(value));
};

const send = (response: ServerResponse, status: number, xml: string): void => {
  const body = Buffer.from(`<?xml version="1.0"?>\n${xml}`);
  response.writeHead(status, { "content-type": "text/xml", "content-length": body.length });
  response.end(body);
};

const requestIdOf = (response: ServerResponse): string =>
  String(response.getHeader("x-amzn-requestid"));

/** Answers one action in the AWS query protocol. */
export const sendQuery = (
  response: ServerResponse,
  xmlns: string,
  action: string,
  answer: object,
): void => {
  const result = `<${action}Result>${toXml(answer)}</${action}Result>`;
  const metadata = toXml({ ResponseMetadata: { RequestId: requestIdOf(response) } });
  send(
    response,
    200,
    `<${action}Response xmlns="${xmlns}">${result}${metadata}</${action}Response>`,
  );
};

/** Answers an error in the AWS query protocol. */
export const sendQueryError = (response: ServerResponse, xmlns: string, thrown: unknown): void => {
  const error = toEmulatorError(thrown);
  const fault = {
    Error: {
      Type: error.status < 500 ? "Sender" : "Receiver",
      Code: error.queryCode ?? error.type,
      Message: error.message,
    },
    RequestId: requestIdOf(response),
  };
  send(response, error.status, `<ErrorResponse xmlns="${xmlns}">${toXml(fault)}</ErrorResponse>`);
};
