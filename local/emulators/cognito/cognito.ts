import type { Invoke } from "../lambda-target";
import type { Operations } from "../operation";
import { adminOperations } from "./admin-operations";
import { createAttempts } from "./attempts";
import { authOperations } from "./auth-operations";
import { emailOperations } from "./email-operations";
import { listUsers } from "./list-users";
import type { CognitoParts } from "./parts";
import { passwordOperations } from "./password-operations";
import { poolOperations } from "./pool-operations";
import { openPoolStore } from "./pool-store";
import { type SendMail, sendCode } from "./send-code";
import { signUpOperations } from "./sign-up-operations";
import { keySetOf } from "./tokens";
import { createTriggers } from "./triggers";
import { userOperations } from "./user-operations";

export type CognitoOptions = {
  readonly path: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** How triggers are run. @default they can't be */
  readonly invoke?: Invoke | undefined;
  /** Who takes e-mails. @default nobody, and they are lost */
  readonly sendMail?: SendMail | undefined;
};

export type Cognito = {
  readonly operations: Operations;
  /** What a browser calls: without AWS credentials, as the operation itself knows who may. */
  readonly publicOperations: readonly string[];
  /** What is at a path that is read with GET: pools' key sets. */
  readonly document: (path: string) => object | undefined;
};

/**
 * User pools whose users sign in with their e-mail address, kept in one file. What clients and
 * triggers meet is as AWS documents it; passwords are kept as verifiers, codes and refresh tokens as
 * hashes.
 */
export const openCognito = async (options: CognitoOptions): Promise<Cognito> => {
  const { path, now, invoke, sendMail = () => Promise.resolve() } = options;
  const store = await openPoolStore(path);
  const runTrigger = createTriggers(invoke);
  const parts: CognitoParts = {
    store,
    now,
    runTrigger,
    attempts: createAttempts(now),
    sendCode: (mail) => sendCode(mail, runTrigger, sendMail),
  };
  const open: Operations = {
    ...signUpOperations(parts),
    ...authOperations(parts),
    ...passwordOperations(parts),
    ...emailOperations(parts),
    ...userOperations(parts),
  };
  return {
    operations: {
      ...poolOperations(parts),
      ...adminOperations(parts),
      ListUsers: listUsers(parts),
      ...open,
    },
    publicOperations: Object.keys(open),
    document: (requested) => {
      const [, id] = /^\/([\w-]+)\/\.well-known\/jwks\.json$/.exec(requested) ?? [];
      const pool = store.pools().find((one) => one.id === id);
      return pool && keySetOf(pool);
    },
  };
};
