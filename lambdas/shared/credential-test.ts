import * as z from "zod";
import { type ProviderId, providerIds } from "../../core/catalog/provider-id";
import type { OrganizationId } from "../../core/ids";
import type { CredentialVerdict } from "../../core/ports/registry";
import type { CredentialTest } from "./providers/test-credential";

/** Where the gateway takes tickets for tests of stored credentials. */
export const credentialTestPath = "/internal/credential-test";

/** A test is over by then, whatever the provider does. */
export const credentialTestMs = 10_000;

export const credentialTestRequestSchema = z.strictObject({
  organization: z.string().transform((id) => id as OrganizationId),
  provider: z.enum(providerIds),
  nonce: z.string(),
});

/** What the gateway answers: never a part of the key. */
export const credentialTestAnswerSchema = z.strictObject({
  ok: z.boolean(),
  code: z.enum(["refused", "unreachable", "failed", "not_testable"]).nullable(),
  message: z.string(),
  /** Of the credential that was tested. */
  updatedAt: z.number(),
});

export type CredentialTestAnswer = z.output<typeof credentialTestAnswerSchema>;

/** What is kept, and shown, of a test. */
export const verdictOf = (
  provider: ProviderId,
  test: CredentialTest,
  at: number,
): CredentialVerdict =>
  test.ok
    ? { at, ok: true, message: `${provider} accepts it` }
    : { at, ok: false, code: test.code, message: test.message };
