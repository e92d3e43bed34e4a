import * as z from "zod";
import type { Operations } from "../operation";
import { accessToken, cognitoOperation } from "./cognito-operation";
import type { CognitoParts } from "./parts";
import { endSessions, findSignedIn } from "./sessions";
import { listAttributes } from "./user-attributes";

const signedIn = z.object({ AccessToken: accessToken });

/** What users do with their own account by their access token. */
export const userOperations = ({ store, now }: CognitoParts): Operations => ({
  GetUser: cognitoOperation(signedIn, ({ AccessToken }) => {
    const { user } = findSignedIn(store.pools(), AccessToken, now());
    return { Username: user.sub, UserAttributes: listAttributes(user) };
  }),
  GlobalSignOut: cognitoOperation(signedIn, async ({ AccessToken }) => {
    const { pool, user } = findSignedIn(store.pools(), AccessToken, now());
    endSessions(pool, user.sub);
    await store.save();
    return {};
  }),
  DeleteUser: cognitoOperation(signedIn, async ({ AccessToken }) => {
    const { pool, user } = findSignedIn(store.pools(), AccessToken, now());
    endSessions(pool, user.sub);
    Reflect.deleteProperty(pool.users, user.sub);
    await store.save();
    return {};
  }),
});
