import * as z from "zod";
import { SignInRefusal } from "./sign-in-refusal";

const answerSchema = z.object({
  AuthenticationResult: z.object({ AccessToken: z.string(), IdToken: z.string() }),
});
const refusalSchema = z.object({ __type: z.string(), message: z.string().optional() });

export type Refreshed = { readonly accessToken: string; readonly idToken: string };

/**
 * New access and id tokens for a refresh token. The browser library asks six times over six seconds
 * even where the answer is that the token is worthless, so it is asked here.
 *
 * @param send - `fetch`, lent.
 * @throws SignInRefusal where the sign-in service says no; another error where it says nothing.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
 */
export const refreshTokens = async (
  endpoint: string,
  clientId: string,
  refreshToken: string,
  send: typeof fetch,
): Promise<Refreshed> => {
  const response = await send(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AWSCognitoIdentityProviderService.InitiateAuth",
    },
    body: JSON.stringify({
      AuthFlow: "REFRESH_TOKEN_AUTH",
      ClientId: clientId,
      AuthParameters: { REFRESH_TOKEN: refreshToken },
    }),
    signal: AbortSignal.timeout(20_000),
  });
  const json: unknown = await response.json();
  if (!response.ok) {
    const { __type: type, message } = refusalSchema.parse(json);
    throw new SignInRefusal(type.split("#").at(-1) ?? type, message ?? "refused");
  }
  const { AccessToken, IdToken } = answerSchema.parse(json).AuthenticationResult;
  return { accessToken: AccessToken, idToken: IdToken };
};
