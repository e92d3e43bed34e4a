import type { inviteOperations } from "../../../core/contract/invites";
import type { HandlersOf } from "../handler";
import { type AcceptInviteParts, acceptInvite } from "./accept-invite";
import { type CreateInviteParts, createInvite } from "./create-invite";
import { type ListInvitesParts, listInvites } from "./list-invites";
import { type PreviewInviteParts, previewInvite } from "./preview-invite";
import { type ResendInviteParts, resendInvite } from "./resend-invite";
import { type WithdrawInviteParts, withdrawInvite } from "./withdraw-invite";

export type InviteParts = ListInvitesParts &
  CreateInviteParts &
  ResendInviteParts &
  WithdrawInviteParts &
  PreviewInviteParts &
  AcceptInviteParts;

export const createInviteHandlers = (parts: InviteParts): HandlersOf<typeof inviteOperations> => ({
  "invites.list": (request) => listInvites(request, parts),
  "invites.create": (request) => createInvite(request, parts),
  "invites.resend": (request) => resendInvite(request, parts),
  "invites.withdraw": (request) => withdrawInvite(request, parts),
  "invites.preview": (request) => previewInvite(request, parts),
  "invites.accept": (request) => acceptInvite(request, parts),
});
