import { createContext, type JSX, useContext } from "solid-js";
import type { getMe } from "../../../core/contract/me";
import type { AnswerOf } from "../../../core/contract/operation";
import type { OrganizationAnswer } from "../../../core/contract/organization";
import { mayAs, type Role } from "../../../core/contract/role";

type Me = AnswerOf<typeof getMe>;

export type Workspace = {
  readonly user: () => Me["user"];
  readonly organization: () => OrganizationAnswer;
  readonly role: () => Role;
  /** Whether the user has at least this role. */
  may(least: Role): boolean;
};

export const WorkspaceContext = createContext<Workspace>();

/** Who looks at the page, and whose data it shows. */
export const WorkspaceProvider = (props: {
  readonly user: Me["user"];
  readonly membership: NonNullable<Me["membership"]>;
  readonly children: JSX.Element;
}) => (
  <WorkspaceContext.Provider
    value={{
      user: () => props.user,
      organization: () => props.membership.organization,
      role: () => props.membership.role,
      may: (least) => mayAs(props.membership.role, least),
    }}
  >
    {props.children}
  </WorkspaceContext.Provider>
);

/** For pages behind the sign-in. */
export const useWorkspace = (): Workspace => {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace is called outside of a workspace's pages");
  return workspace;
};
