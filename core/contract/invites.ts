import * as z from "zod";
import { defineOperation } from "./define-operation";
import { emailField, instantText, inviteIdField, secretField } from "./fields";
import { memberAnswer } from "./members";
import { roles } from "./role";

export const inviteAnswer = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  invitedBy: z.string(),
  sentAt: instantText,
  expiresAt: instantText,
  expired: z.boolean(),
});

export type InviteAnswer = z.infer<typeof inviteAnswer>;

const inviteParams = z.strictObject({ invite: inviteIdField });

export const listInvites = defineOperation({
  id: "invites.list",
  method: "GET",
  path: "/api/invites",
  summary: "Invites that were not accepted, the newest first",
  least: "viewer",
  answer: z.object({ invites: z.array(inviteAnswer) }),
});

export const createInvite = defineOperation({
  id: "invites.create",
  method: "POST",
  path: "/api/invites",
  summary: "Sends an e-mail with a link that is good for 7 days; owners alone invite owners",
  least: "admin",
  body: z.strictObject({ email: emailField, role: z.enum(roles) }),
  answer: inviteAnswer,
  status: 201,
});

export const resendInvite = defineOperation({
  id: "invites.resend",
  method: "POST",
  path: "/api/invites/{invite}/resend",
  summary: "Sends a new link, good for 7 days; the old one is no good any more",
  least: "admin",
  params: inviteParams,
  answer: inviteAnswer,
});

export const withdrawInvite = defineOperation({
  id: "invites.withdraw",
  method: "DELETE",
  path: "/api/invites/{invite}",
  summary: "Makes an invite's link worthless",
  least: "admin",
  params: inviteParams,
  status: 204,
});

export const previewInvite = defineOperation({
  id: "invites.preview",
  method: "POST",
  path: "/api/invites/preview",
  summary: "What an invite's link invites to, for whoever holds the link",
  least: "public",
  body: z.strictObject({ token: secretField }),
  answer: z.object({
    organization: z.string(),
    email: z.string(),
    role: z.enum(roles),
    invitedBy: z.string(),
    expiresAt: instantText,
  }),
});

export const acceptInvite = defineOperation({
  id: "invites.accept",
  method: "POST",
  path: "/api/invites/accept",
  summary: "Joins the organization, for a user without one who has the invited e-mail address",
  least: "signed-in",
  body: z.strictObject({ token: secretField }),
  answer: memberAnswer,
});

export const inviteOperations = [
  listInvites,
  createInvite,
  resendInvite,
  withdrawInvite,
  previewInvite,
  acceptInvite,
] as const;
