import { RequestError } from "../errors";

const refused = (why: string): RequestError =>
  new RequestError(
    400,
    "invalid_base_url",
    `baseUrl ${why}; use a public HTTPS address such as https://llm.example.com/v1`,
    { param: "baseUrl", mayRetry: false },
  );

/** Names that no public resolver knows: of this machine, its network, or a cloud's own services. */
const localName = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa)\.?$/;

/**
 * A name of letters, with a dot: no spelling of a number gets through, such as `0x7f.1` or
 * `2130706433`, as a name's last part begins with a letter.
 */
const publicName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/;

/**
 * A custom provider's address as it is stored: without a slash at its end. What its name resolves to
 * is checked with every connection, not here.
 *
 * @throws RequestError 400 that says what is wrong with it.
 */
export const parseBaseUrl = (text: string): string => {
  const [, scheme, authority = "", path = ""] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\\s]*)([^\s\\]*)$/i.exec(text.trim()) ?? [];
  if (scheme === undefined) throw refused("is no address");
  if (scheme.toLowerCase() !== "https") throw refused("is not HTTPS");
  if (authority.includes("@")) throw refused("holds a user name or a password");
  if (/[?#]/.test(path)) throw refused("has a query or a fragment");
  const [, host = "", port] = /^([^:]*)(?::(\d{1,5}))?$/.exec(authority) ?? [];
  const name = host.toLowerCase();
  if (!publicName.test(name) || localName.test(name)) {
    throw refused("names no host of the public internet");
  }
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) {
    throw refused("has a port that there is not");
  }
  const suffix = port === undefined || Number(port) === 443 ? "" : `:${Number(port)}`;
  return `https://${name}${suffix}${path.replace(/\/+$/, "")}`;
};
