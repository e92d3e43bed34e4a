import type { UserId } from "../../../../core/contract/fields";
import type { OrganizationId } from "../../../../core/ids";
import type { PurgeRequest } from "../../../../core/ports/purge-starter";
import { type AccountParts, createAccountHandlers } from "../../../../lambdas/api/account/handlers";
import type { Acting } from "../../../../lambdas/api/actor";
import { noon } from "../../../contracts/limit-world";
import { createMemoryPlans } from "../../../fakes/memory-plan-store";

const organization = "Acme00000000" as OrganizationId;
const id = "11111111-1111-4111-8111-111111111111" as unknown as UserId;
const user = { id, email: "owner@example.com", createdAt: noon, sessionsFrom: 0 };
const actor: Acting = { user, organization, role: "owner" };

const steps = ["keys", "payments", "purge", "members"] as const;
type Step = (typeof steps)[number];

const openWorld = async () => {
  const done: Step[] = [];
  const purges: PurgeRequest[] = [];
  let failing: Step | undefined;
  const plans = createMemoryPlans();
  await plans.linkCustomer(organization, "cus_1");
  const step = async (name: Step) => {
    if (name === failing) throw new Error(`${name} failed`);
    done.push(name);
  };
  const parts: AccountParts = {
    registry: {
      findOrganization: async () => ({ name: "Acme & Söhne", timeZone: "Europe/Berlin" }),
      deactivateOrganization: () => step("keys"),
    },
    directory: { markDeleted: () => step("members") },
    plans,
    payments: {
      removeCustomer: async (customer) => {
        expect(customer).toBe("cus_1");
        await step("payments");
      },
    },
    purges: {
      start: async (request) => {
        await step("purge");
        purges.push(request);
      },
    },
    now: () => noon,
  };
  const run = (confirmation: string, more: Partial<AccountParts> = {}) =>
    createAccountHandlers({ ...parts, ...more })["account.delete"]({
      actor,
      params: {},
      query: {},
      body: { confirmation },
      headers: {},
      note: () => undefined,
    });
  const fail = (name: Step | undefined) => {
    failing = name;
  };
  return { run, done, purges, fail };
};

describe("deleting an account", () => {
  test("stops keys first, then payments; nobody is locked out before the purge is sure", async () => {
    const { run, done, purges } = await openWorld();
    expect(await run("Acme & Söhne")).toEqual({
      keysStoppedAt: new Date(noon).toISOString(),
      receiptTo: "owner@example.com",
    });
    expect(done).toEqual(steps);
    expect(purges).toEqual([
      {
        organization,
        name: "Acme & Söhne",
        timeZone: "Europe/Berlin",
        requestedBy: "owner@example.com",
        requestedAt: noon,
      },
    ]);
  });

  test.each(["", "acme & söhne", "Acme & Söhne ", "Acme"])(
    "%j is not the name, and nothing happens",
    async (confirmation) => {
      const { run, done } = await openWorld();
      await expect(run(confirmation)).rejects.toMatchObject({
        status: 400,
        code: "confirmation_mismatch",
        param: "body.confirmation",
      });
      expect(done).toEqual([]);
    },
  );

  test.each(steps)("where %s failed, the same call again finishes it", async (name) => {
    const { run, done, fail } = await openWorld();
    fail(name);
    await expect(run("Acme & Söhne")).rejects.toThrow(`${name} failed`);
    expect(done).toEqual(steps.slice(0, steps.indexOf(name)));
    fail(undefined);
    await run("Acme & Söhne");
    expect(done.slice(-steps.length)).toEqual(steps);
  });

  test("goes the same way where no payments are set up", async () => {
    const { run, done } = await openWorld();
    await run("Acme & Söhne", { payments: undefined });
    expect(done).toEqual(["keys", "purge", "members"]);
  });

  test("an organization that is gone is not found", async () => {
    const { run } = await openWorld();
    const registry = {
      findOrganization: async () => undefined,
      deactivateOrganization: async () => undefined,
    };
    await expect(run("Acme & Söhne", { registry })).rejects.toMatchObject({ status: 404 });
  });
});
