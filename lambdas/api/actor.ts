import type { Operation } from "../../core/contract/operation";
import type { Role } from "../../core/contract/role";
import type { OrganizationId } from "../../core/ids";
import type { User } from "../../core/ports/directory";

/** Somebody with an account. */
export type SignedIn = { readonly user: User };

/** Somebody who acts in their organization, with the role that they have at this request. */
export type Acting = SignedIn & { readonly organization: OrganizationId; readonly role: Role };

/** Who an operation's handler may count on. */
export type ActorOf<O extends Operation> = O["least"] extends "public"
  ? undefined
  : O["least"] extends "signed-in"
    ? SignedIn
    : Acting;
