import type { IncomingHttpHeaders } from "node:http";
import { SandboxError } from "../sandbox-error";
import { sandboxKey } from "../sandbox-key";

const signature =
  /^AWS4-HMAC-SHA256 Credential=[^/\s,]+\/\d{8}\/[\w-]+\/bedrock\/aws4_request, *SignedHeaders=[\w;-]+, *Signature=[0-9a-f]{64}$/;

/**
 * Takes any signature of the right form, as it holds nobody's secret to check it by, or the
 * sandbox's key as a Bedrock API key.
 *
 * @throws SandboxError 403, as Bedrock does.
 */
export const authenticateAws = ({ authorization }: IncomingHttpHeaders): void => {
  if (authorization === undefined) {
    throw new SandboxError(
      403,
      "Missing Authentication Token",
      "MissingAuthenticationTokenException",
    );
  }
  if (signature.test(authorization) || authorization === `Bearer ${sandboxKey}`) return;
  throw authorization.startsWith("Bearer ")
    ? new SandboxError(
        403,
        "Authentication failed: Please make sure your API Key is valid.",
        "AccessDeniedException",
      )
    : new SandboxError(
        403,
        "The security token included in the request is invalid.",
        "UnrecognizedClientException",
      );
};
