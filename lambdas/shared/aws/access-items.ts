import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { providerIds } from "../../../core/catalog/provider-id";
import { priceCardSchema } from "../../../core/catalog/schema";
import type { KeyId, OrganizationId } from "../../../core/ids";
import type {
  CredentialSettings,
  KeyRecord,
  OrganizationSettings,
  SealedCredential,
} from "../../../core/ports/access-store";
import { routingModes } from "../../../core/routing/mode";
import { isTimeZone } from "../../../core/usage/time-zone";

/**
 * The `access` table: partition `ORG#<organization>`, sort `SETTINGS`, `CREDENTIALS` or
 * `KEY#<key>`. Settings and keys are kept as one JSON text each, under a schema; sealed credentials
 * are one map by provider, so that one item brings all of them.
 */
type Item = Record<string, AttributeValue>;

export const organizationPk = (organization: OrganizationId) => ({ S: `ORG#${organization}` });
export const settingsSk = { S: "SETTINGS" };
export const credentialsSk = { S: "CREDENTIALS" };
export const keySkPrefix = "KEY#";
export const keySk = (key: KeyId) => ({ S: `${keySkPrefix}${key}` });

const limits = {
  budget: z
    .strictObject({
      dailyMicroUsd: z.int().positive().optional(),
      monthlyMicroUsd: z.int().positive().optional(),
    })
    .optional(),
  requestsPerMinute: z.int().positive().optional(),
};

const keySchema = z.strictObject({
  ...limits,
  id: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  environment: z.string(),
  last4: z.string(),
  createdAt: z.int(),
  expiresAt: z.int().optional(),
  routingMode: z.enum(routingModes).optional(),
  cascade: z.boolean().optional(),
  createdBy: z.string().optional(),
  storePromptsDays: z.int().positive().optional(),
});

const settingsSchema = z.strictObject({
  ...limits,
  id: z.string(),
  name: z.string(),
  timeZone: z.string().refine(isTimeZone, "is no time zone; use an IANA name"),
  routingMode: z.enum(routingModes),
  baselineModel: z.string().optional(),
  disabledOffers: z.array(z.string()),
  priceOverrides: z.record(z.string(), priceCardSchema),
  retentionDays: z.int().positive().optional(),
  promptStorage: z.boolean().optional(),
});

const credentialSettingsSchema = z.strictObject({
  region: z.string().optional(),
  resource: z.string().optional(),
  deployments: z.record(z.string(), z.string()).optional(),
  baseUrl: z.string().optional(),
});

const credentialSchema = z.object({
  ciphertext: z.object({ B: z.instanceof(Uint8Array) }).optional(),
  settings: z.object({ S: z.string() }).optional(),
  last4: z.object({ S: z.string() }),
  updatedAt: z.object({ N: z.string().transform(Number) }),
});

const json = (item: Item): unknown => JSON.parse(item.json?.S ?? "null");

/** `revokedAt` stands beside the JSON, so that revoking is one conditional write. */
export const toKey = (item: Item): KeyRecord => {
  const revokedAt = item.revokedAt?.N;
  const key = keySchema.parse(json(item)) as unknown as KeyRecord;
  return revokedAt === undefined ? key : { ...key, revokedAt: Number(revokedAt) };
};

export const keyText = ({ revokedAt: _, ...key }: KeyRecord): string => JSON.stringify(key);

export const fromKey = (organization: OrganizationId, record: KeyRecord): Item => {
  const { revokedAt } = record;
  return {
    pk: organizationPk(organization),
    sk: keySk(record.id),
    json: { S: keyText(record) },
    ...(revokedAt !== undefined && { revokedAt: { N: String(revokedAt) } }),
  };
};

/** `deactivatedAt` stands beside the JSON, as a key's `revokedAt` does. */
export const toSettings = (item: Item): OrganizationSettings => {
  const deactivatedAt = item.deactivatedAt?.N;
  const settings = settingsSchema.parse(json(item)) as unknown as OrganizationSettings;
  return deactivatedAt === undefined
    ? settings
    : { ...settings, deactivatedAt: Number(deactivatedAt) };
};

/** Feedback has an item of its own, which whoever read it with the settings must not write back. */
export const settingsText = ({
  feedback: _,
  deactivatedAt: _at,
  ...settings
}: OrganizationSettings): string => JSON.stringify(settings);

export const fromSettings = (settings: OrganizationSettings): Item => {
  const { id, deactivatedAt } = settings;
  return {
    pk: organizationPk(id),
    sk: settingsSk,
    json: { S: settingsText(settings) },
    ...(deactivatedAt !== undefined && { deactivatedAt: { N: String(deactivatedAt) } }),
  };
};

const toCredentialSettings = (text: string) =>
  credentialSettingsSchema.parse(JSON.parse(text)) as CredentialSettings;

export const toCredentials = (item: Item): readonly SealedCredential[] =>
  Object.entries(item.providers?.M ?? {}).map(([provider, { M: map }]) => {
    const { ciphertext, settings, last4, updatedAt } = credentialSchema.parse(map);
    return {
      provider: z.enum(providerIds).parse(provider),
      ...(ciphertext && { ciphertext: ciphertext.B }),
      ...(settings && { settings: toCredentialSettings(settings.S) }),
      last4: last4.S,
      updatedAt: updatedAt.N,
    };
  });

export const fromCredential = (credential: SealedCredential): AttributeValue => {
  const { ciphertext, settings, last4, updatedAt } = credential;
  return {
    M: {
      ...(ciphertext && { ciphertext: { B: ciphertext } }),
      ...(settings && { settings: { S: JSON.stringify(settings) } }),
      last4: { S: last4 },
      updatedAt: { N: String(updatedAt) },
    },
  };
};
