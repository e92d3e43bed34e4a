import type { PostConfirmationTriggerEvent } from "aws-lambda";
import {
  emailField,
  line,
  timeZoneField,
  type UserId,
  userIdField,
} from "../../core/contract/fields";
import type { Directory } from "../../core/ports/directory";
import type { Registry } from "../../core/ports/registry";
import { makeOrganization } from "../shared/make-organization";
import { joinInvited } from "./join-invited";
import { repeatableBytes } from "./repeatable-bytes";

export type ConfirmedSignUpParts = {
  readonly directory: Pick<
    Directory,
    "addUser" | "findUser" | "findInvite" | "acceptInvite" | "addOrganization"
  >;
  readonly registry: Pick<Registry, "putOrganization">;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

type Request = PostConfirmationTriggerEvent["request"];

/** What the sign-up form sent along; the browser says what it likes. */
const wishesOf = ({ clientMetadata }: Request) => ({
  name: line(100).safeParse(clientMetadata?.organization).data ?? "My organization",
  timeZone: timeZoneField.safeParse(clientMetadata?.timeZone).data ?? "UTC",
});

/**
 * Gives a user who has confirmed their address a place: in the organization that invited them, or in
 * a new one of their own.
 *
 * Cognito waits 5 seconds and calls up to three times, also while an earlier call still runs:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 * (read 2026-11-24). Every call draws the same id for the user's organization, so that all of them
 * write the same one, and a user is in one at most.
 */
export const confirmedSignUp = async (
  { userAttributes, clientMetadata, ...rest }: Request,
  { directory, registry, now }: ConfirmedSignUpParts,
): Promise<void> => {
  const owner = userIdField.parse(userAttributes.sub);
  const email = emailField.parse(userAttributes.email);
  const at = now();
  const hasPlace = async (user: UserId): Promise<boolean> =>
    (await directory.findUser(user))?.membership !== undefined;

  await directory.addUser({ id: owner, email, createdAt: at });
  if (await hasPlace(owner)) return;
  // An administrator can confirm an account whose address nobody has proved to be theirs.
  const isProved = userAttributes.email_verified === "true";
  const token = isProved ? clientMetadata?.invite : undefined;
  if (await joinInvited({ id: owner, email }, token, at, { directory })) return;
  // The invite may be gone because an earlier call has accepted it.
  if (await hasPlace(owner)) return;
  const wishes = wishesOf({ userAttributes, clientMetadata, ...rest });
  const randomBytes = repeatableBytes(`organization of ${owner}`);
  try {
    await makeOrganization({ owner, at, ...wishes }, { registry, directory, randomBytes });
  } catch (error) {
    // Another call of the same trigger was faster by a moment.
    if (!(await hasPlace(owner))) throw error;
  }
};
