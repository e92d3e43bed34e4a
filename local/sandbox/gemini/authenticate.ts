import type { IncomingHttpHeaders } from "node:http";
import { SandboxError } from "../sandbox-error";
import { sandboxKey } from "../sandbox-key";

/** @throws SandboxError 403 where no key is shown, 400 where it is a wrong one, as Google does. */
export const authenticateGoogle = (headers: IncomingHttpHeaders): void => {
  const { "x-goog-api-key": key, authorization } = headers;
  const shown = key ?? authorization?.replace(/^Bearer /, "");
  if (shown === undefined) {
    throw new SandboxError(
      403,
      "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
    );
  }
  if (shown !== sandboxKey) {
    throw new SandboxError(400, "API key not valid. Please pass a valid API key.");
  }
};
