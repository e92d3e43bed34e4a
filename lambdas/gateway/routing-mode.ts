import { RequestError } from "../../core/errors";
import { isRoutingMode, type RoutingMode, routingModes } from "../../core/routing/mode";
import type { ModeSource } from "../../core/usage/routing-basis";
import type { Caller } from "./authenticate";
import type { GatewayRequest } from "./exchange";

const header = "x-smashcost-routing";

/**
 * The mode of one request, and who set it: its own header, else the key's, else the organization's.
 *
 * @throws RequestError 400 for a word that is no mode.
 */
export const readRoutingMode = (
  { headers }: GatewayRequest,
  { key, organization }: Caller,
): { readonly mode: RoutingMode; readonly modeFrom: ModeSource } => {
  const asked = headers[header]?.trim().toLowerCase();
  if (asked === undefined || asked === "") {
    return key.routingMode === undefined
      ? { mode: organization.routingMode, modeFrom: "organization" }
      : { mode: key.routingMode, modeFrom: "key" };
  }
  if (isRoutingMode(asked)) return { mode: asked, modeFrom: "request" };
  throw new RequestError(
    400,
    "invalid_routing_mode",
    `the header ${header} says '${asked.slice(0, 40)}'; use one of ${routingModes.join(", ")}`,
    { param: header },
  );
};
