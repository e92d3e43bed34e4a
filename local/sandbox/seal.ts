import { createHash, timingSafeEqual } from "node:crypto";
import type { Dialect } from "../../core/chat/dialect";

const half = 24;

const digest = (...texts: readonly string[]): Buffer =>
  createHash("sha256").update(texts.join("\u0000")).digest().subarray(0, half);

/**
 * What a provider hands out with a thought, to be handed back unread: it holds the text's digest and
 * a proof that this sandbox made it. It keeps nothing secret, as nothing secret is there.
 */
export const sealOf = (dialect: Dialect, text: string): string => {
  const content = digest(text);
  return Buffer.concat([content, digest("sandbox", dialect, content.toString("hex"))]).toString(
    "base64",
  );
};

/**
 * Whether the sandbox made it in that dialect.
 *
 * @param text - that it was made for; absent where it comes back without.
 */
export const isSeal = (dialect: Dialect, seal: string, text?: string): boolean => {
  const bytes = Buffer.from(seal, "base64");
  if (bytes.length !== 2 * half || bytes.toString("base64") !== seal) return false;
  const content = bytes.subarray(0, half);
  const proof = digest("sandbox", dialect, content.toString("hex"));
  return (
    timingSafeEqual(proof, bytes.subarray(half)) &&
    (text === undefined || timingSafeEqual(content, digest(text)))
  );
};
