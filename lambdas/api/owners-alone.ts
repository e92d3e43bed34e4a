import type { Role } from "../../core/contract/role";
import type { Acting } from "./actor";
import { forbidden } from "./problems";

/**
 * Owners alone make owners, unmake them, and offer to.
 *
 * @param roles - those that are given or taken.
 * @throws RequestError 403.
 */
export const ownersAlone = ({ role }: Acting, ...roles: readonly Role[]): void => {
  if (role === "owner" || !roles.includes("owner")) return;
  throw forbidden(`your role is ${role}; owners alone give and take the role of an owner; ask one`);
};
