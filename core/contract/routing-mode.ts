/** What pages may say of the router's modes. */
export {
  acceptedQuality,
  promisedQuality,
  type RoutingMode,
  routingModes,
} from "../routing/mode";
