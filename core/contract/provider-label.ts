/** How pages call a provider. */
export { providerLabel } from "../catalog/provider-label";
