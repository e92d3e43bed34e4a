import type { IncomingHttpHeaders } from "node:http";
import { SandboxError } from "../sandbox-error";
import { sandboxKey } from "../sandbox-key";

/** @throws SandboxError 401 where the key is not shown as OpenAI wants it. */
export const authenticateBearer = ({ authorization }: IncomingHttpHeaders): void => {
  if (authorization === `Bearer ${sandboxKey}`) return;
  const wrong = authorization
    ? "Incorrect API key provided."
    : "You didn't provide an API key in an Authorization header of the form 'Bearer KEY'.";
  throw new SandboxError(401, `${wrong} The sandbox has a key of its own.`, "invalid_api_key");
};
