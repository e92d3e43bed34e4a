import { createHash } from "node:crypto";

/** What a link's token is known by: SHA-256, hex. A token is 32 random bytes, so no salt is needed. */
export const tokenHash = (token: string): string =>
  createHash("sha256").update(token).digest("hex");
