import { randomUUID } from "node:crypto";
import * as z from "zod";
import { type Operations, operation } from "../emulators/operation";
import type { MailStore } from "./mail-store";

/**
 * As the query protocol names the members of SendEmail:
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_SendEmail.html (read 2026-11-24).
 */
const sendEmailSchema = z
  .looseObject({
    Source: z.string().min(3),
    "Message.Subject.Data": z.string(),
    "Message.Body.Html.Data": z.string().optional(),
    "Message.Body.Text.Data": z.string().optional(),
  })
  .refine((input) => recipientsOf(input).length > 0, "has no recipient; give Destination one")
  .refine((input) => recipientsOf(input).length <= 50, "has more than 50 recipients");

const recipient = /^Destination\.(To|Cc|Bcc)Addresses\.member\.\d+$/;

const recipientsOf = (input: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(input)
    .filter(([name]) => recipient.test(name))
    .map(([, address]) => String(address));

/** SES as far as the product uses it. Any sender may send: there is nobody to verify them here. */
export const sesOperations = (store: MailStore, now: () => number): Operations => ({
  SendEmail: operation(sendEmailSchema, async (input) => {
    const id = randomUUID();
    const html = input["Message.Body.Html.Data"];
    const text = input["Message.Body.Text.Data"];
    await store.add({
      id,
      at: new Date(now()).toISOString(),
      from: input.Source,
      to: recipientsOf(input),
      subject: input["Message.Subject.Data"],
      ...(html !== undefined && { html }),
      ...(text !== undefined && { text }),
    });
    return { MessageId: id };
  }),
});
