import type { Role } from "../../../../core/contract/role";

export const roleTitles: Readonly<Record<Role, string>> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  viewer: "Viewer",
};

/** What each may do, for whoever gives it. */
export const roleHints: Readonly<Record<Role, string>> = {
  owner: "Everything, with plan, owners and deleting the organization.",
  admin: "Credentials, models, routing, alerts, team and audit log.",
  member: "Sees everything, makes keys.",
  viewer: "Sees everything, changes nothing.",
};
