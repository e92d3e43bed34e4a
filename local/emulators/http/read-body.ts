import type { IncomingMessage } from "node:http";
import { EmulatorError } from "../emulator-error";

/** DynamoDB's own bound, the largest of the services here: 16 MB a request. */
const maxBodyBytes = 16 * 1024 * 1024;

const tooLarge = (bytes: number): EmulatorError =>
  new EmulatorError(
    "RequestEntityTooLargeException",
    `the request body has at least ${bytes} bytes; at most ${maxBodyBytes} are taken`,
    { status: 413 },
  );

/** The whole body as text; throws `RequestEntityTooLargeException` above 16 MB. */
export const readBody = async (request: IncomingMessage): Promise<string> => {
  const declared = Number(request.headers["content-length"] ?? 0);
  if (declared > maxBodyBytes) throw tooLarge(declared);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw tooLarge(bytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
};
