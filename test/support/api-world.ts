import { ulid } from "ulid";
import type { UserId } from "../../core/contract/fields";
import type { Role } from "../../core/contract/role";
import type { OrganizationId } from "../../core/ids";
import type { TokenVerifier } from "../../core/ports/token-verifier";
import { type ApiHandlers, createApi } from "../../lambdas/api/create-api";
import { addMember, addUser, noon, prepareOrganization } from "../contracts/directory-world";
import { createMemoryAuditLog } from "../fakes/memory-audit-log";
import { createMemoryDirectory } from "../fakes/memory-directory";
import { createMemoryLog } from "../fakes/memory-log";

/** A token that says who it is of and when their session began. */
export const tokenOf = (user: UserId, sessionSince = noon): string => `${user}.${sessionSince}`;

const tokens: TokenVerifier = {
  verify: async (token) => {
    const [user, since] = token.split(".");
    if (user === undefined || since === undefined) return undefined;
    return { user: user as UserId, sessionSince: Number(since) };
  },
};

/** The API's function over a directory in memory, with a clock that a test moves. */
export const openApiWorld = () => {
  const directory = createMemoryDirectory();
  const audit = createMemoryAuditLog();
  const { log, lines } = createMemoryLog();
  let clock = noon;
  const now = () => clock;
  return {
    directory,
    audit,
    log,
    lines,
    now,
    setClock: (at: number) => {
      clock = at;
    },
    /** What is not among the handlers is not there. */
    open: (handlers: Partial<ApiHandlers>) =>
      createApi(handlers as ApiHandlers, {
        tokens,
        directory,
        audit,
        log,
        now,
        newAuditId: (at) => ulid(at),
      }),
    /** An organization with somebody of each role. */
    staff: async (): Promise<{
      readonly organization: OrganizationId;
      readonly by: Readonly<Record<Role, UserId>>;
    }> => {
      const { organization, owner } = await prepareOrganization(directory);
      const join = (role: Role) => addMember(directory, organization, role);
      const viewer = await join("viewer");
      const by = { owner, viewer, member: await join("member"), admin: await join("admin") };
      return { organization, by };
    },
    outsider: () => addUser(directory),
  };
};
