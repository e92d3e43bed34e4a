import { invalidParameter, notAuthorized } from "./cognito-errors";
import type { PoolUser } from "./pool-state";

type Attribute = { readonly Name: string; readonly Value: string };

/** As `GetUser` lists them. */
export const listAttributes = (user: PoolUser): readonly Attribute[] => [
  { Name: "sub", Value: user.sub },
  { Name: "email", Value: user.email },
  { Name: "email_verified", Value: String(user.emailVerified) },
  ...Object.entries(user.attributes).map(([Name, Value]) => ({ Name, Value })),
];

/** As triggers are given them. */
export const triggerAttributes = (user: PoolUser): Record<string, string> => ({
  ...Object.fromEntries(listAttributes(user).map(({ Name, Value }) => [Name, Value])),
  "cognito:user_status": user.status,
});

/** What users may write themselves beside their e-mail address. */
const writable = ["name", "given_name", "family_name", "locale", "zoneinfo"];

/** @throws NotAuthorizedException for what a user may not write themselves. */
export const readWritable = (attributes: readonly Attribute[]) => {
  const others = attributes.filter(({ Name }) => Name !== "email");
  for (const { Name } of others) {
    if (!writable.includes(Name)) {
      throw notAuthorized(`A client attempted to write unauthorized attribute ${Name}`);
    }
  }
  return {
    email: attributes.find(({ Name }) => Name === "email")?.Value,
    others: Object.fromEntries(others.map(({ Name, Value }) => [Name, Value])),
  };
};

/** @throws InvalidParameterException */
export const checkEmail = (email: string, what: string): void => {
  if (/^[^\s@]+@[^\s@]+$/.test(email)) return;
  throw invalidParameter(`${what} should be an email.`);
};

/** `alice@example.com` as `a***@e***`, the same in any case. */
export const codeDeliveryDetails = (email: string) => {
  const [, first = "*", domain = "*"] = /^(.).*@(.)/.exec(email.toLowerCase()) ?? [];
  return {
    Destination: `${first}***@${domain}***`,
    DeliveryMedium: "EMAIL",
    AttributeName: "email",
  };
};
