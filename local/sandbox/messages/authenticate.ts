import type { IncomingHttpHeaders } from "node:http";
import { SandboxError } from "../sandbox-error";
import { sandboxKey } from "../sandbox-key";
import { refuse } from "./errors";

/** @throws SandboxError 401 where the key is not shown, 400 where no API version is named. */
export const authenticateAnthropic = (headers: IncomingHttpHeaders): void => {
  const { "x-api-key": key, authorization } = headers;
  const shown = key ?? authorization?.replace(/^Bearer /, "");
  if (shown === undefined) throw new SandboxError(401, "x-api-key header is required");
  if (shown !== sandboxKey) throw new SandboxError(401, "invalid x-api-key");
  if (!headers["anthropic-version"]) throw refuse("anthropic-version: header is required");
};
