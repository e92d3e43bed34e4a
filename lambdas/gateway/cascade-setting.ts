import { RequestError } from "../../core/errors";
import type { Caller } from "./authenticate";
import type { GatewayRequest } from "./exchange";

const header = "x-smashcost-cascade";

/**
 * Whether a cheaper model may be tried first: the request's own header says, else its key.
 *
 * @throws RequestError 400 for a word that is neither.
 */
export const readCascade = (
  { headers }: Pick<GatewayRequest, "headers">,
  { key }: Pick<Caller, "key">,
): boolean => {
  const asked = headers[header]?.trim().toLowerCase();
  if (asked === undefined || asked === "") return key.cascade === true;
  if (asked === "on" || asked === "off") return asked === "on";
  throw new RequestError(
    400,
    "invalid_cascade",
    `the header ${header} says '${asked.slice(0, 40)}'; use one of on, off`,
    { param: header },
  );
};
