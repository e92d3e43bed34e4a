import type { Role } from "../../../../core/contract/role";

/** "an admin", "a viewer". */
export const roleWithArticle = (role: Role): string =>
  `${/^[aeiou]/.test(role) ? "an" : "a"} ${role}`;
