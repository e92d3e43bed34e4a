import { JwtVerifier } from "aws-jwt-verify";
import { validateCognitoJwtFields } from "aws-jwt-verify/cognito-verifier";
import {
  JwksValidationError,
  JwkValidationError,
  JwtBaseError,
  ParameterValidationError,
} from "aws-jwt-verify/error";
import { SimpleJwksCache } from "aws-jwt-verify/jwk";
import type { UserId } from "../../core/contract/fields";
import type { TokenVerifier } from "../../core/ports/token-verifier";

export type TokenVerifierOptions = {
  readonly userPoolId: string;
  readonly clientId: string;
  /** Where the pool's public keys are. @default AWS's own address */
  readonly jwksUrl?: string | undefined;
  /** @default the global one */
  readonly fetch?: typeof globalThis.fetch;
};

/** A caller waits for it. */
const fetchTimeoutMs = 3_000;

/** Not of JwtBaseError: that the keys can't be had says nothing of the token. */
class KeysUnavailableError extends Error {
  override readonly name = "KeysUnavailableError";
}

const fetchKeys = async (url: string, fetch: typeof globalThis.fetch): Promise<ArrayBuffer> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(fetchTimeoutMs) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.arrayBuffer();
  } catch (error) {
    const message = `the sign-in service's keys could not be read from ${url}`;
    throw new KeysUnavailableError(message, { cause: error });
  }
};

/** What is wrong is the token, not what we read it with. */
const isTokensFault = (error: unknown): boolean =>
  error instanceof JwtBaseError &&
  ![JwksValidationError, JwkValidationError, ParameterValidationError].some(
    (kind) => error instanceof kind,
  );

/**
 * Verifies access tokens by the pool's public keys, which are fetched when first needed and kept; a
 * token that names an unknown key has them fetched again, once in ten seconds. Tokens of the one
 * issuer alone cause a fetch.
 *
 * @throws KeysUnavailableError where the keys can't be had: whether the token is good is then unknown.
 */
export const createCognitoTokenVerifier = (options: TokenVerifierOptions): TokenVerifier => {
  const { userPoolId, clientId, fetch = globalThis.fetch } = options;
  const [region = ""] = userPoolId.split("_");
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`;
  const verifier = JwtVerifier.create(
    {
      issuer,
      // An access token of Cognito has none; its client is looked at below.
      audience: null,
      jwksUri: options.jwksUrl ?? `${issuer}/.well-known/jwks.json`,
      customJwtCheck: ({ payload }) => {
        validateCognitoJwtFields(payload, { tokenUse: "access", clientId });
      },
    },
    { jwksCache: new SimpleJwksCache({ fetcher: { fetch: (url) => fetchKeys(url, fetch) } }) },
  );
  return {
    async verify(token) {
      try {
        const { sub, auth_time: authTime } = await verifier.verify(token);
        if (sub === undefined || typeof authTime !== "number") return undefined;
        return { user: sub as UserId, sessionSince: authTime * 1_000 };
      } catch (error) {
        if (isTokensFault(error)) return undefined;
        throw error;
      }
    },
  };
};
