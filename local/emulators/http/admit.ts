import type { IncomingHttpHeaders } from "node:http";
import { EmulatorError } from "../emulator-error";

/**
 * Lets a request in or throws: browsers' pages are kept out by their `origin` header, and other
 * programs by the access key that the signature names (the signature itself is not computed).
 *
 * @param accessKeyId - the only one that is admitted; absent: any, also none.
 * @param isPublic - whether AWS asks no signature for it either.
 */
export const admit = (
  headers: IncomingHttpHeaders,
  accessKeyId: string | undefined,
  isPublic = false,
): void => {
  if (headers.origin !== undefined) {
    throw new EmulatorError(
      "AccessDeniedException",
      `requests from web pages are refused (origin ${headers.origin}); use an AWS SDK client`,
      { status: 403 },
    );
  }
  if (accessKeyId === undefined || isPublic) return;
  const named = /Credential=([^/,\s]+)\//.exec(headers.authorization ?? "")?.[1];
  if (named === undefined) {
    throw new EmulatorError(
      "MissingAuthenticationTokenException",
      "the request is not signed; give the client the local access key",
      { status: 403 },
    );
  }
  if (named !== accessKeyId) {
    throw new EmulatorError(
      "UnrecognizedClientException",
      "the security token included in the request is invalid: it names an unknown access key",
      { status: 403 },
    );
  }
};
