import * as z from "zod";
import { defineOperation } from "./define-operation";
import { instantText, userIdField } from "./fields";
import { roles } from "./role";

export const memberAnswer = z.object({
  user: z.string(),
  email: z.string(),
  role: z.enum(roles),
  since: instantText,
});

export type MemberAnswer = z.infer<typeof memberAnswer>;

const memberParams = z.strictObject({ user: userIdField });

export const listMembers = defineOperation({
  id: "members.list",
  method: "GET",
  path: "/api/members",
  summary: "The members, owners first, then by how long they have been there",
  least: "viewer",
  answer: z.object({ members: z.array(memberAnswer) }),
});

export const changeRole = defineOperation({
  id: "members.change-role",
  method: "PATCH",
  path: "/api/members/{user}",
  summary: "Changes a member's role; owners alone make and unmake owners, and one always stays",
  least: "admin",
  params: memberParams,
  body: z.strictObject({ role: z.enum(roles) }),
  answer: memberAnswer,
});

export const removeMember = defineOperation({
  id: "members.remove",
  method: "DELETE",
  path: "/api/members/{user}",
  summary: "Takes a member out of the organization; owners alone take out owners, and one stays",
  least: "admin",
  params: memberParams,
  status: 204,
});

export const memberOperations = [listMembers, changeRole, removeMember] as const;
