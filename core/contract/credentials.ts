import * as z from "zod";
import { defineOperation } from "./define-operation";
import { instantText, providerField } from "./fields";

const testAnswer = z.object({
  ok: z.boolean(),
  /** `refused`: the key is wrong; `unreachable`: nobody said so. Null where it works. */
  code: z.enum(["refused", "unreachable", "failed", "not_testable"]).nullable(),
  message: z.string(),
});

/** A provider's credential as it is shown: never more of a key than its last four characters. */
export const credentialAnswer = z.object({
  provider: providerField,
  /** Empty where the provider takes no key. */
  last4: z.string(),
  /** `role`: without a key, by the gateway's own IAM role. `untested`: nobody has asked it since. */
  status: z.enum(["works", "failing", "untested", "role"]),
  settings: z.object({
    region: z.string().optional(),
    resource: z.string().optional(),
    deployments: z.record(z.string(), z.string()).optional(),
    baseUrl: z.string().optional(),
  }),
  /** How many models of the catalog it opens. */
  models: z.number(),
  updatedAt: instantText,
  tested: z.object({ at: instantText, result: testAnswer }).nullable(),
});

export type CredentialAnswer = z.infer<typeof credentialAnswer>;

/** As `core/catalog/credential-fields` says for each provider; empty is as good as absent. */
const credentialBody = z.strictObject({
  key: z.string().max(3_000).optional(),
  region: z.string().max(40).optional(),
  resource: z.string().max(64).optional(),
  deployments: z.record(z.string().max(200), z.string().max(64)).optional(),
  baseUrl: z.string().max(2_000).optional(),
});

const providerParams = z.strictObject({ provider: providerField });

export const listCredentials = defineOperation({
  id: "credentials.list",
  method: "GET",
  path: "/api/credentials",
  summary: "The providers' credentials, and what each provider of the catalog takes",
  least: "viewer",
  answer: z.object({
    credentials: z.array(credentialAnswer),
    providers: z.array(
      z.object({
        provider: providerField,
        required: z.array(z.string()),
        optional: z.array(z.string()),
        models: z.number(),
      }),
    ),
  }),
});

export const testEnteredCredential = defineOperation({
  id: "credentials.try",
  method: "POST",
  path: "/api/credentials/{provider}/try",
  summary: "Asks the provider whether it takes what was entered, and stores nothing",
  least: "admin",
  params: providerParams,
  body: credentialBody,
  answer: testAnswer,
});

export const putCredential = defineOperation({
  id: "credentials.put",
  method: "PUT",
  path: "/api/credentials/{provider}",
  summary:
    "Tests a credential and seals it, in the place of the one before; refused ones are not stored",
  least: "admin",
  params: providerParams,
  body: credentialBody,
  answer: credentialAnswer,
});

export const testCredential = defineOperation({
  id: "credentials.test",
  method: "POST",
  path: "/api/credentials/{provider}/test",
  summary: "Has the gateway ask the provider whether it still takes the stored key",
  least: "member",
  params: providerParams,
  answer: credentialAnswer,
});

export const removeCredential = defineOperation({
  id: "credentials.remove",
  method: "DELETE",
  path: "/api/credentials/{provider}",
  summary: "Forgets a credential; its models can't be used from then on",
  least: "admin",
  params: providerParams,
  status: 204,
});

export const credentialOperations = [
  listCredentials,
  testEnteredCredential,
  putCredential,
  testCredential,
  removeCredential,
] as const;
