import type { OperationId } from "../../../../core/contract/operations";

/** What was done, by the operation that did it: of all that leave a row. */
const words: Partial<Readonly<Record<OperationId, string>>> = {
  "account.delete": "Deleted the organization",
  "alerts.put": "Set the spend alert",
  "alerts.test": "Sent a test alert",
  "credentials.try": "Tried a credential",
  "credentials.put": "Stored a credential",
  "credentials.test": "Tested a stored credential",
  "credentials.remove": "Removed a credential",
  "invites.create": "Invited somebody",
  "invites.resend": "Sent an invite again",
  "invites.withdraw": "Withdrew an invite",
  "invites.accept": "Joined by an invite",
  "keys.create": "Created a key",
  "keys.update": "Changed a key",
  "keys.revoke": "Revoked a key",
  "me.leave": "Left the organization",
  "me.refresh": "Changed their e-mail address",
  "me.sign-out-everywhere": "Signed out everywhere",
  "members.change-role": "Changed a role",
  "members.remove": "Removed a member",
  "models.override-price": "Set a price",
  "models.update": "Switched models on or off",
  "organization.create": "Created the organization",
  "organization.update": "Changed settings",
  "plan.cancel": "Cancelled the plan",
  "plan.checkout": "Went to the checkout",
  "plan.portal": "Opened invoices and cards",
  "plan.resume": "Resumed the plan",
  "requests.export": "Exported requests",
};

/** An operation in words; one that is not known here as it is called. */
export const actionWords = (action: string): string =>
  (words as Readonly<Record<string, string | undefined>>)[action] ?? action;
