import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { CredentialVerdict, StoredCredential } from "../../../core/ports/registry";
import { fromCredential, toCredentials } from "./access-items";

/** A verdict is a field `tested` of the credential's map, which the hot path does not read. */
const verdictSchema = z.object({
  at: z.object({ N: z.string().transform(Number) }),
  ok: z.object({ BOOL: z.boolean() }),
  code: z.object({ S: z.enum(["refused", "unreachable", "failed", "not_testable"]) }).optional(),
  message: z.object({ S: z.string() }),
});

const toVerdict = (value: AttributeValue): CredentialVerdict => {
  const { at, ok, code, message } = verdictSchema.parse(value.M);
  return { at: at.N, ok: ok.BOOL, ...(code && { code: code.S }), message: message.S };
};

export const fromVerdict = ({ at, ok, code, message }: CredentialVerdict): AttributeValue => ({
  M: {
    at: { N: String(at) },
    ok: { BOOL: ok },
    ...(code !== undefined && { code: { S: code } }),
    message: { S: message },
  },
});

export const toStoredCredentials = (
  item: Record<string, AttributeValue>,
): readonly StoredCredential[] =>
  toCredentials(item).map((credential) => {
    const tested = item.providers?.M?.[credential.provider]?.M?.tested;
    return tested ? { ...credential, tested: toVerdict(tested) } : credential;
  });

export const fromStoredCredential = ({
  tested,
  ...credential
}: StoredCredential): AttributeValue => {
  const { M } = fromCredential(credential);
  return { M: { ...M, ...(tested && { tested: fromVerdict(tested) }) } };
};
