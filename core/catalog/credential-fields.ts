import * as z from "zod";
import { RequestError } from "../errors";
import type { CredentialSettings } from "../ports/access-store";
import type { PlainKey } from "../ports/vault";
import { parseBaseUrl } from "./base-url";
import type { ProviderId } from "./provider-id";

export const credentialFieldNames = [
  "key",
  "region",
  "resource",
  "deployments",
  "baseUrl",
] as const;
export type CredentialField = (typeof credentialFieldNames)[number];

type Needs = {
  readonly required: readonly CredentialField[];
  readonly optional: readonly CredentialField[];
};

const keyAlone: Needs = { required: ["key"], optional: [] };

/** Providers whose account takes something else than a key and nothing more. */
const others: Partial<Record<ProviderId, Needs>> = {
  // Without a key it is called by the gateway's own role; without a region in the gateway's own.
  bedrock: { required: [], optional: ["key", "region"] },
  azure: { required: ["key", "resource"], optional: ["deployments"] },
  custom: { required: ["baseUrl"], optional: ["key"] },
};

/** What calling a provider takes. */
export const credentialFields = (provider: ProviderId): Needs => others[provider] ?? keyAlone;

const deploymentName = /^[A-Za-z0-9][\w.-]{0,63}$/;

/** Each field's form. No message quotes what was given: it may be a key in the wrong place. */
const schemas = {
  // Keys are pasted: blanks around them are not part of them.
  key: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{1,3000}$/, "is no key; paste it as the provider shows it, in one line"),
  region: z
    .string()
    .trim()
    .regex(/^[a-z]{2,4}(-[a-z]+){1,3}-\d{1,2}$/, "is no AWS region; use one such as us-east-1"),
  // It becomes part of a host's name: nothing but a name's letters may be in it.
  resource: z
    .string()
    .trim()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9-]{0,62}[A-Za-z0-9]$/,
      "is no name of an Azure OpenAI resource; use the NAME of https://NAME.openai.azure.com",
    ),
  deployments: z
    .record(z.string().min(1).max(200), z.string().regex(deploymentName))
    .refine((names) => Object.keys(names).length <= 200),
  baseUrl: z.string(),
} as const;

const hints: Readonly<Partial<Record<CredentialField, string>>> = {
  deployments: `has to name a deployment for each of up to 200 models, such as {"gpt-4o": "chat"}`,
};

const refused = (field: string, message: string): RequestError =>
  new RequestError(400, "invalid_credential", message, { param: field, mayRetry: false });

const list = (fields: readonly CredentialField[]): string =>
  fields.length > 0 ? fields.join(", ") : "no field";

/** A provider's credential as it was entered: its key in the clear, and what is no secret. */
export type ParsedCredential = {
  readonly key?: PlainKey;
  readonly settings?: CredentialSettings;
};

const parseField = (field: CredentialField, value: unknown): unknown => {
  const parsed = schemas[field].safeParse(value);
  if (!parsed.success) {
    const reason = typeof value === "string" || field === "deployments" ? undefined : "is no text";
    const said = reason ?? hints[field] ?? parsed.error.issues[0]?.message ?? "is not valid";
    throw refused(field, `${field} ${said}`);
  }
  return field === "baseUrl" ? parseBaseUrl(parsed.data as string) : parsed.data;
};

/**
 * Reads what somebody entered as their credential of a provider. Empty fields are as good as absent.
 *
 * @throws RequestError 400 that names the field and says what it should be, never what it was.
 */
export const parseCredential = (
  provider: ProviderId,
  fields: Readonly<Record<string, unknown>>,
): ParsedCredential => {
  const { required, optional } = credentialFields(provider);
  const taken = [...required, ...optional];
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "");
  const unknown = given.find(([name]) => !(taken as readonly string[]).includes(name));
  if (unknown) {
    const field = unknown[0].slice(0, 40);
    throw refused(field, `${provider} takes no field '${field}'; it takes ${list(taken)}`);
  }
  const missing = required.find((field) => !given.some(([name]) => name === field));
  if (missing) {
    throw refused(missing, `${provider} needs ${missing}; it takes ${list(taken)}`);
  }
  const parsed = given.map(([name, value]) => [name, parseField(name as CredentialField, value)]);
  const { key, ...settings } = Object.fromEntries(parsed) as CredentialSettings & {
    key?: PlainKey;
  };
  return {
    ...(key !== undefined && { key }),
    ...(Object.keys(settings).length > 0 && { settings }),
  };
};
