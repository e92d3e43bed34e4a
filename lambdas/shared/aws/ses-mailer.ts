import { type SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import { oneLine } from "../../../core/mail/safe-text";
import type { Mailer } from "../../../core/ports/mailer";

/**
 * One bare address: neither a second one nor a header fits in. ASCII alone, as SES asks of addresses:
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_Destination.html (read 2026-11-24).
 */
const bareAddress = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}$/;

const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });

export type SesMailerOptions = {
  /** An address that SES may send from, as `SmashCost <mail@example.com>`. */
  readonly from: string;
};

/** E-mails by SES, as HTML and plain text. */
export const createSesMailer = (client: SESClient, { from }: SesMailerOptions): Mailer => ({
  async send(to, { subject, html, text }) {
    // The address itself stays out of the message: it would end up in a log.
    if (!bareAddress.test(to)) throw new TypeError("the recipient is not one bare e-mail address");
    await client.send(
      new SendEmailCommand({
        Source: from,
        Destination: { ToAddresses: [to] },
        Message: {
          Subject: utf8(oneLine(subject)),
          Body: { Html: utf8(html), Text: utf8(text) },
        },
      }),
    );
  },
});
