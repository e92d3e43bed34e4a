import { type SESClient, SendEmailCommand } from "@aws-sdk/client-ses";

/** An e-mail as the sign-in service sends it: in HTML alone. */
export type HtmlMail = {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
};

const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });

/** Sends by SES what the emulated sign-in service has to say, as Cognito does with a pool's own identity. */
export const createSendMail =
  (client: SESClient, from: string) =>
  async ({ to, subject, html }: HtmlMail): Promise<void> => {
    await client.send(
      new SendEmailCommand({
        Source: from,
        Destination: { ToAddresses: [to] },
        Message: { Subject: utf8(subject), Body: { Html: utf8(html) } },
      }),
    );
  };
