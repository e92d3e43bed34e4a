import { escapeHtml } from "../../core/mail/safe-text";
import type { Mail } from "./mail-store";

const style = `
:root { color-scheme: light dark; font: 14px/20px system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
a { color: light-dark(#1a5fd0, #85aeff); }
li { padding: .75rem 0; border-top: 1px solid #838b99; }
ul { list-style: none; padding: 0; }
iframe { width: 100%; height: 36rem; border: 1px solid #838b99; border-radius: 8px; background: #fff; color-scheme: light; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

const row = ({ id, at, to, subject }: Mail): string =>
  `<li><a href="/inbox/${encodeURIComponent(id)}">${escapeHtml(subject || "(no subject)")}</a><br>to ${escapeHtml(to.join(", "))}, <time>${escapeHtml(at)}</time></li>`;

/** All e-mails as links. */
export const listPage = (mails: readonly Mail[]): string => {
  const list =
    mails.length > 0
      ? `<ul>\n${mails.map(row).join("\n")}\n</ul>`
      : "<p>No e-mail was sent yet.</p>";
  return page(
    "Inbox",
    `<h1>Inbox</h1>\n<p>All e-mails that SmashCost sent on this machine; none has left it.</p>\n${list}`,
  );
};

/** One e-mail. Its HTML is shown in a frame that may run nothing, and its links open beside it. */
export const mailPage = ({ id, at, from, to, subject, html, text }: Mail): string => {
  const fact = (name: string, value: string) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`;
  const frame =
    html === undefined
      ? ""
      : `<iframe title="E-mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/inbox/${encodeURIComponent(id)}/html"></iframe>`;
  const plain = text === undefined ? "" : `<h2>Plain text</h2>\n<pre>${escapeHtml(text)}</pre>`;
  return page(
    subject,
    `<p><a href="/inbox">Inbox</a></p>
<h1>${escapeHtml(subject)}</h1>
<dl>${fact("From", from)}${fact("To", to.join(", "))}${fact("Sent", at)}</dl>
${frame}
${plain}`,
  );
};

/** An e-mail's own HTML, with its links told to open in a page of their own. */
export const framedHtml = (html: string): string => {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => `${head}${base}`)
    : `${base}${html}`;
};
