/** An e-mail without an address. */
export type Letter = { readonly subject: string; readonly html: string; readonly text: string };

export interface Mailer {
  /** Resolves once the mail service has taken it; one call, one e-mail, each recipient their own. */
  send(to: string, letter: Letter): Promise<void>;
}
