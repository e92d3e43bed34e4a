import * as z from "zod";
import { defineOperation } from "./define-operation";
import { instantText } from "./fields";

export const deleteAccount = defineOperation({
  id: "account.delete",
  method: "POST",
  path: "/api/account/delete",
  summary: "Stops all keys at once and deletes the organization with all its data, for good",
  least: "owner",
  /** The organization's name, typed by hand. */
  body: z.strictObject({ confirmation: z.string().max(200) }),
  answer: z.object({ keysStoppedAt: instantText, receiptTo: z.string() }),
  status: 202,
});

export const accountOperations = [deleteAccount] as const;
