import type { Letter, Mailer } from "../../core/ports/mailer";

export type SentLetter = Letter & { readonly to: string };

/** A mailer whose e-mails can be read back, the oldest first. */
export const createMemoryMailer = (): { readonly mailer: Mailer; readonly sent: SentLetter[] } => {
  const sent: SentLetter[] = [];
  return {
    mailer: {
      send: async (to, letter) => {
        sent.push({ to, ...letter });
      },
    },
    sent,
  };
};
