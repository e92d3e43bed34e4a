/**
 * An address of the dashboard.
 *
 * @param dashboardUrl - without a path.
 * @param query - encoded here.
 */
export const dashboardLink = (
  dashboardUrl: string,
  path: `/${string}`,
  query: Readonly<Record<string, string>> = {},
): string => {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  const search = pairs.length > 0 ? `?${pairs.join("&")}` : "";
  return `${dashboardUrl.replace(/\/+$/, "")}${path}${search}`;
};

/**
 * An address that carries a code of the sign-in service. The code is not encoded: where it is still
 * Cognito's code parameter, `{####}`, encoding would hide it and no code would ever take its place.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html
 * (read 2026-11-24).
 *
 * @param code - digits, or the code parameter as the trigger was given it.
 */
export const codeLink = (
  dashboardUrl: string,
  path: `/${string}`,
  email: string,
  code: string,
): string => `${dashboardLink(dashboardUrl, path, { email })}&code=${code}`;
