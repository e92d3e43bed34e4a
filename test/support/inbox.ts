import { setTimeout as sleep } from "node:timers/promises";

export type ReceivedMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

type Stored = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
};

/** The links of a mail that has no text of its own, as a reader of its HTML sees them. */
const linksIn = (html: string): string =>
  [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, link = ""]) => link.replaceAll("&amp;", "&"))
    .join("\n");

/** The local mail service's inbox, the oldest first. */
export const openInbox = (url: string) => {
  const list = async (): Promise<readonly ReceivedMail[]> => {
    const response = await fetch(`${url}/inbox/messages.json`);
    const { messages } = (await response.json()) as { messages: readonly Stored[] };
    return messages.toReversed().map(({ to, subject, text, html = "" }) => ({
      to: to[0] ?? "",
      subject,
      text: text ?? linksIn(html),
      html,
    }));
  };
  /** The newest to an address of which something is true; fails after `withinMs`. */
  const find = async (
    to: string,
    matches: (mail: ReceivedMail) => boolean,
    withinMs = 10_000,
  ): Promise<ReceivedMail> => {
    for (let waited = 0; ; waited += 100) {
      const found = (await list()).filter((mail) => mail.to === to && matches(mail)).at(-1);
      if (found) return found;
      if (waited >= withinMs) throw new Error(`no such mail to ${to} came within ${withinMs} ms`);
      await sleep(100);
    }
  };
  return { list, find };
};

/** The first link of a mail's text to a page of the dashboard, as its parameters. */
export const linkIn = ({ text }: ReceivedMail, page: string): URLSearchParams => {
  const link = new RegExp(`https?://[^\\s]+${page}\\?[^\\s]+`).exec(text)?.[0];
  if (link === undefined) throw new Error(`no link to ${page} is in the mail`);
  return new URL(link).searchParams;
};
