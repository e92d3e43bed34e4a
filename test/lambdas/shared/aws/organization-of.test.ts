import { organizationOf } from "../../../../lambdas/shared/aws/organization-of";

const own = "Acme00000001";

describe("whose an item is", () => {
  test.each([
    { table: "access", pk: `ORG#${own}` },
    { table: "access", pk: `FEEDBACK#${own}` },
    { table: "access", pk: `TEST#${own}` },
    { table: "limits", pk: `LIMIT#${own}#key#Key0000001` },
    { table: "limits", pk: `SESSION#${own}#fedcba9876543210` },
    { table: "usage", pk: `${own}#requests#2026-11-24#1` },
    { table: "usage", pk: `${own}#keys` },
    { table: "usage", pk: `${own}#packed#2026-11` },
    { table: "control", pk: `EXPORT#${own}#token` },
    { table: "control", pk: `ANYTHING#${own}` },
  ] as const)("$pk of $table is the organization's", ({ table, pk }) => {
    expect(organizationOf(table, { pk: { S: pk } })).toBe(own);
  });

  test.each(["USER#u", "INVITE#ab", "ORGS", "STRIPE#cus_1", "STRIPEEVENT#evt_1"])(
    "%s says it by an attribute",
    (pk) => {
      const item = { pk: { S: pk }, organization: { S: own } };
      expect(organizationOf("control", item)).toBe(own);
      expect(organizationOf("control", { pk: { S: pk } })).toBeUndefined();
    },
  );

  test.each([
    { table: "limits", pk: `SESSION#Else00000001#${own}`, organization: "Else00000001" },
    { table: "control", pk: `ORG#Else00000001#${own}`, organization: "Else00000001" },
    { table: "control", pk: `STRIPE#${own}`, organization: undefined },
    { table: "control", pk: `USER#${own}`, organization: undefined },
    { table: "usage", pk: `x${own}#requests`, organization: undefined },
    { table: "access", pk: `ORG#${own}x`, organization: undefined },
  ] as const)("$pk of $table is not", ({ table, pk, organization }) => {
    expect(organizationOf(table, { pk: { S: pk } })).toBe(organization);
  });

  test("the partition counts before an attribute", () => {
    const item = { pk: { S: `ORG#${own}` }, organization: { S: "Else00000001" } };
    expect(organizationOf("control", item)).toBe(own);
  });
});
