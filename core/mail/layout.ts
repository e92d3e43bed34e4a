import type { Letter } from "../ports/mailer";
import { escapeHtml, oneLine } from "./safe-text";

/** One piece of a letter; each is written as HTML and as plain text from the same words. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  /** A button, with its address beneath for those who would rather copy it. */
  | { readonly kind: "link"; readonly label: string; readonly url: string }
  /** What is to be typed or pasted. */
  | { readonly kind: "code"; readonly code: string }
  /** Names with their values. */
  | { readonly kind: "facts"; readonly facts: readonly (readonly [string, string])[] };

export type LetterContent = {
  readonly subject: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** Why this came, and what to do where nobody asked for it. */
  readonly footer: string;
};

/** Mail services take more, and Cognito no more than this. */
const subjectLength = 140;

// Mail clients drop style sheets, so each element carries its own style. No background is set and
// text keeps the client's own color: both light and dark clients show what their reader can read.
const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const styles = {
  column: `max-width:560px;margin:0 auto;padding:24px 16px;${font};font-size:16px;line-height:24px`,
  heading: "margin:0 0 16px;font-size:20px;line-height:28px",
  paragraph: "margin:0 0 16px",
  button:
    "display:inline-block;padding:12px 20px;border-radius:8px;background:#1a5fd0;color:#ffffff;font-weight:600;text-decoration:none",
  address: "font-size:13px;line-height:20px;word-break:break-all",
  code: "margin:0 0 16px;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:28px;line-height:36px;letter-spacing:4px",
  table: "margin:0 0 16px;border-collapse:collapse",
  name: "padding:4px 16px 4px 0;text-align:left;vertical-align:top;font-weight:normal",
  value: "padding:4px 0;text-align:left;vertical-align:top;font-weight:600;word-break:break-word",
  footer:
    "margin:24px 0 0;padding:16px 0 0;border-top:1px solid #838b99;font-size:13px;line-height:20px",
} as const;

const safe = (text: string): string => escapeHtml(oneLine(text));

const toHtml = (block: Block): string => {
  switch (block.kind) {
    case "paragraph":
      return `<p style="${styles.paragraph}">${safe(block.text)}</p>`;
    case "link": {
      const url = safe(block.url);
      const button = `<a href="${url}" style="${styles.button}">${safe(block.label)}</a>`;
      return `<p style="${styles.paragraph}">${button}</p>
<p style="${styles.paragraph};${styles.address}">${url}</p>`;
    }
    case "code":
      return `<p style="${styles.code}">${safe(block.code)}</p>`;
    case "facts": {
      const rows = block.facts.map(
        ([name, value]) =>
          `<tr><th scope="row" style="${styles.name}">${safe(name)}</th><td style="${styles.value}">${safe(value)}</td></tr>`,
      );
      return `<table style="${styles.table}">\n${rows.join("\n")}\n</table>`;
    }
  }
};

const toText = (block: Block): string => {
  switch (block.kind) {
    case "paragraph":
      return oneLine(block.text);
    case "link":
      return `${oneLine(block.label)}:\n${oneLine(block.url)}`;
    case "code":
      return `    ${oneLine(block.code)}`;
    case "facts":
      return block.facts.map(([name, value]) => `${oneLine(name)}: ${oneLine(value)}`).join("\n");
  }
};

const shorten = (text: string, most: number): string => {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
};

/**
 * A letter of one column, as HTML and as plain text of the same words. It loads nothing: no image,
 * no font, nothing that tells who read it.
 */
export const toLetter = ({ subject, heading, blocks, footer }: LetterContent): Letter => ({
  subject: shorten(oneLine(subject), subjectLength),
  html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${safe(heading)}</title>
</head>
<body style="margin:0">
<div style="${styles.column}">
<h1 style="${styles.heading}">${safe(heading)}</h1>
${blocks.map(toHtml).join("\n")}
<p style="${styles.footer}">${safe(footer)}</p>
</div>
</body>
</html>
`,
  text: `${[oneLine(heading), ...blocks.map(toText), `--\n${oneLine(footer)}`].join("\n\n")}\n`,
});
