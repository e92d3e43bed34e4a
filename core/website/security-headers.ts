export type SecurityOptions = {
  /**
   * Where signing in is spoken to beside the website's own origin: in AWS
   * `https://cognito-idp.<region>.amazonaws.com`.
   *
   * @default none
   */
  readonly signInOrigins?: readonly string[];
  /** Whether the website is reached by HTTPS alone. */
  readonly https: boolean;
};

const twoYearsSeconds = 63_072_000;

const contentSecurityPolicy = (signInOrigins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // No inline style at all: charts and menus set theirs through the CSSOM, which is not held back.
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    ["connect-src 'self'", ...signInOrigins].join(" "),
    // Forms are read by scripts. One that was sent otherwise would put a password into an address.
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");

/**
 * What every answer of the website says of itself, on one machine and behind CloudFront alike. Payments
 * are a page of Stripe's that the browser goes to, so the policy lets nothing of it in.
 *
 * @returns header names in lower case.
 * @see OWASP Secure Headers Project, https://owasp.org/www-project-secure-headers
 */
export const securityHeaders = ({
  signInOrigins = [],
  https,
}: SecurityOptions): Readonly<Record<string, string>> => ({
  "content-security-policy": contentSecurityPolicy(signInOrigins),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  // Links from e-mails carry codes in their addresses.
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  // For browsers that do not know `frame-ancestors`.
  "x-frame-options": "DENY",
  ...(https && { "strict-transport-security": `max-age=${twoYearsSeconds}; includeSubDomains` }),
});
