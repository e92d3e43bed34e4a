import { framedHtml, listPage, mailPage } from "./inbox-page";
import type { Mail, MailStore } from "./mail-store";

export type InboxAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const common = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  // Links of e-mails carry codes.
  "referrer-policy": "no-referrer",
} as const;

/** The inbox shares its origin with the dashboard: nothing on it runs. */
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** An e-mail may hold anything: it gets an origin of its own, even where it is opened without its frame. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'";

const answerHtml = (body: string, policy: string, status = 200): InboxAnswer => ({
  status,
  headers: {
    ...common,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
  },
  body,
});

const answerJson = (status: number, body: unknown): InboxAnswer => ({
  status,
  headers: { ...common, "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify(body),
});

const notFound = answerJson(404, { message: "there is no such e-mail; /inbox lists all" });

const answerMail = (mail: Mail | undefined, part: string | undefined): InboxAnswer => {
  if (mail && part === undefined) return answerHtml(mailPage(mail), pagePolicy);
  if (mail?.html !== undefined && part === "html") {
    return answerHtml(framedHtml(mail.html), mailPolicy);
  }
  return notFound;
};

/**
 * What a GET below `/inbox` answers:
 * - `/inbox`: all e-mails, the newest first; `/inbox/ID`: one; `/inbox/ID/html`: its HTML alone
 * - `/inbox/messages.json`: `{messages: [{id, at, from, to: [], subject, html?, text?}]}`, the newest
 *   first; `?to=ADDRESS` for those of one recipient
 */
export const answerInbox = (url: URL, store: MailStore): InboxAnswer => {
  const [, room, id, part, more] = url.pathname.replace(/\/$/, "").split("/");
  if (room !== "inbox" || more !== undefined) return notFound;
  if (id === undefined) {
    const { status, headers, body } = answerHtml(listPage(store.list()), pagePolicy);
    return { status, headers: { ...headers, refresh: "5" }, body };
  }
  if (id === "messages.json" && part === undefined) {
    const to = url.searchParams.get("to");
    const messages = store.list().filter((mail) => to === null || mail.to.includes(to));
    return answerJson(200, { messages });
  }
  return answerMail(
    store.list().find((mail) => mail.id === id),
    part,
  );
};
