import type { OrganizationId } from "../../core/ids";
import type { TestTickets } from "../../core/ports/test-tickets";
import { tables } from "../../core/storage/tables";
import { createDynamoTestTickets } from "../../lambdas/shared/aws/dynamo-test-tickets";
import { createMemoryTestTickets } from "../fakes/memory-test-tickets";
import { type Harness, times } from "../local/emulators/harness";
import { freshOrganization, startCloud } from "./cloud";

const now = Date.parse("2026-11-24T12:00:00Z");

const ticketOf = (organization: OrganizationId) => ({
  organization,
  nonceHash: "ab".repeat(32),
  provider: "openai" as const,
});

/** A ticket is good for one who knows it, once, and for a minute. */
const ticketGuarantees = (open: () => TestTickets): void => {
  const issued = async () => {
    const ticket = ticketOf(freshOrganization());
    await open().issue({ ...ticket, expiresAt: now + 60_000 });
    return ticket;
  };

  test("is redeemed once", async () => {
    const ticket = await issued();
    expect(await open().redeem(ticket, now)).toBe(true);
    expect(await open().redeem(ticket, now)).toBe(false);
  });

  test("is good for one of ten who come at the same time", async () => {
    const ticket = await issued();
    const said = await times(10, () => open().redeem(ticket, now));
    expect(said.filter(Boolean)).toHaveLength(1);
  });

  test("that was never issued, or is another's, is worth nothing, and the true one still is", async () => {
    const ticket = await issued();
    for (const other of [
      { ...ticket, nonceHash: "cd".repeat(32) },
      { ...ticket, organization: freshOrganization() },
      { ...ticket, provider: "groq" as const },
    ]) {
      expect(await open().redeem(other, now)).toBe(false);
    }
    expect(await open().redeem(ticket, now)).toBe(true);
  });

  test("is void from its expiry on, whether it was swept or not", async () => {
    const ticket = await issued();
    expect(await open().redeem(ticket, now + 60_000)).toBe(false);
    expect(await open().redeem(ticket, now + 59_999)).toBe(true);
  });
};

describe("a test ticket in memory", () => {
  const tickets = createMemoryTestTickets();
  ticketGuarantees(() => tickets);
});

describe("a test ticket in DynamoDB", () => {
  let cloud: Harness;
  beforeAll(async () => {
    cloud = await startCloud();
  });
  afterAll(() => cloud.dispose());
  ticketGuarantees(() => createDynamoTestTickets(cloud.dynamoDb, tables.access.name));
});
