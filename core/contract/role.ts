/** What a person may do in an organization, least first: each may do all that those before it may. */
export const roles = ["viewer", "member", "admin", "owner"] as const;

export type Role = (typeof roles)[number];

/** Whether a role is at least another. */
export const mayAs = (role: Role, least: Role): boolean =>
  roles.indexOf(role) >= roles.indexOf(least);
