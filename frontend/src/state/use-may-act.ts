import { useContext } from "solid-js";
import type { Role } from "../../../core/contract/role";
import { WorkspaceContext } from "./workspace";

const whoMay: Readonly<Record<Role, string>> = {
  viewer: "Members of the organization can do this",
  member: "Members, admins and owners can do this",
  admin: "Admins and owners can do this",
  owner: "Owners can do this",
};

/** Why the user may not do what needs a role; undefined: they may. */
export const useMayAct = (): ((least: Role) => string | undefined) => {
  const workspace = useContext(WorkspaceContext);
  return (least) =>
    workspace?.may(least)
      ? undefined
      : `${whoMay[least]}; you are ${workspace ? `a ${workspace.role()}` : "not signed in"}.`;
};
