/**
 * Where to go after the sign-in: a path of this dashboard alone, or a link would lead whoever
 * follows it to somebody else's page.
 *
 * @param next - what the URL names; anything.
 * @param origin - the dashboard's.
 */
export const ownPath = (next: unknown, origin: string): string => {
  if (typeof next !== "string" || !next.startsWith("/")) return "/";
  // Read as the browser reads it: it drops tabs, takes "\" for "/" and resolves "..".
  const url = readUrl(next, origin);
  if (url?.origin !== origin || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
};

const readUrl = (text: string, origin: string): URL | undefined => {
  try {
    return new URL(text, origin);
  } catch {
    return undefined;
  }
};
