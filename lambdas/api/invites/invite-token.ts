import { createHash } from "node:crypto";

/** What stands in an invite's link: 32 random bytes as 43 characters of base64url. */
export const drawToken = (randomBytes: (count: number) => Uint8Array): string =>
  Buffer.from(randomBytes(32)).toString("base64url");

/** All that is stored of it: SHA-256, hex. So many random bits need no salt. */
export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("hex");
