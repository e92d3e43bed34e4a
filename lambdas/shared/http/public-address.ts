import ipaddr from "ipaddr.js";

/** Addresses behind a network's own translation of IPv4 into IPv6 are those of IPv4. */
const isTranslated = (address: ipaddr.IPv6): boolean => address.range() === "rfc6052";

const lastFourBytes = (address: ipaddr.IPv6): ipaddr.IPv4 =>
  new ipaddr.IPv4(address.toByteArray().slice(-4));

/** All that is routed on the internet lies within. */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address is one of the public internet: none that is private, of this machine, of its
 * link or its provider, reserved, or another such address in an IPv6 dress (mapped, 6to4, Teredo).
 *
 * @param text - as `dns.lookup` writes it; anything else is not public.
 */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4) return address.range() === "unicast";
  if (!(address instanceof ipaddr.IPv6)) return false;
  if (isTranslated(address)) return lastFourBytes(address).range() === "unicast";
  return address.range() === "unicast" && address.match(globalUnicast);
};
