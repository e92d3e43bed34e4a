import type { OrganizationId } from "../../core/ids";
import type { PlanStore, StoredPlan } from "../../core/ports/plan-store";

/** Plans in maps. */
export const createMemoryPlans = (): PlanStore => {
  const plans = new Map<OrganizationId, StoredPlan>();
  const customers = new Map<string, OrganizationId>();
  const applied = new Set<string>();
  const read = (organization: OrganizationId) => plans.get(organization) ?? { version: 0 };
  return {
    read: async (organization) => read(organization),
    organizationOf: async (customer) => customers.get(customer),
    linkCustomer: async (organization, customer) => {
      const { customer: earlier } = read(organization);
      if (earlier !== undefined) return earlier;
      plans.set(organization, { version: 1, customer });
      customers.set(customer, organization);
      return customer;
    },
    wasApplied: async (event) => applied.has(event),
    write: async ({ organization, version, subscription, event }) => {
      if (event !== undefined && applied.has(event)) return "applied";
      const known = plans.get(organization);
      if (known === undefined || known.version !== version) return "stale";
      const { subscription: _, ...rest } = known;
      plans.set(organization, {
        ...rest,
        version: version + 1,
        ...(subscription && { subscription }),
      });
      if (event !== undefined) applied.add(event);
      return "written";
    },
  };
};
