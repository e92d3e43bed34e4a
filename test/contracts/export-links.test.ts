import type { UserId } from "../../core/contract/fields";
import type { ExportLinks } from "../../core/ports/export-links";
import { tables } from "../../core/storage/tables";
import { createDynamoExportLinks } from "../../lambdas/shared/aws/dynamo-export-links";
import { createMemoryExportLinks } from "../fakes/memory-export-links";
import type { Harness } from "../local/emulators/harness";
import { freshOrganization, startCloud } from "./cloud";

const linkGuarantees = (open: () => ExportLinks) => {
  test("a link is found as it was put, by its token's hash alone", async () => {
    const link = {
      organization: freshOrganization(),
      user: "u" as unknown as UserId,
      from: 1,
      to: 2,
      filters: { customer: ["", "é"], moved: "true" as const },
      expiresAt: 1_795_478_460_000,
    };
    await open().put("hash", link);
    expect(await open().find("hash")).toEqual(link);
    expect(await open().find("another")).toBeUndefined();
  });
};

describe("links in memory", () => {
  const links = createMemoryExportLinks();
  linkGuarantees(() => links);
});

describe("links in the control table", () => {
  let cloud: Harness;
  beforeAll(async () => {
    cloud = await startCloud();
  });
  afterAll(() => cloud.dispose());
  linkGuarantees(() => createDynamoExportLinks(cloud.dynamoDb, tables.control.name));
});
