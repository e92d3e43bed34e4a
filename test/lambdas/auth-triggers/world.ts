import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import type { InviteId, UserId } from "../../../core/contract/fields";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import type { Directory, Invite } from "../../../core/ports/directory";
import { tables } from "../../../core/storage/tables";
import type { TriggerEvent } from "../../../lambdas/auth-triggers/run-trigger";
import { createDynamoDirectory } from "../../../lambdas/shared/aws/dynamo-directory";
import { freshOrganization, startCloud } from "../../contracts/cloud";

export const dashboardUrl = "https://dashboard.example.com";

export type TriggerWorld = {
  readonly handler: (event: TriggerEvent) => Promise<TriggerEvent>;
  readonly directory: Directory;
  /** The settings of every organization that was ever written. */
  settings(): Promise<readonly OrganizationSettings[]>;
  dispose(): Promise<void>;
};

/** The function as it is deployed, on emulators of its own. */
export const startTriggerWorld = async (): Promise<TriggerWorld> => {
  const before = process.env;
  const cloud = await startCloud();
  process.env = {
    ...before,
    CONTROL_TABLE: tables.control.name,
    ACCESS_TABLE: tables.access.name,
    DASHBOARD_URL: dashboardUrl,
    AWS_ENDPOINT_URL: cloud.emulators.endpoint,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "AKIALOCALTEST",
    AWS_SECRET_ACCESS_KEY: "not-a-secret",
    POWERTOOLS_LOG_LEVEL: "SILENT",
  };
  const { handler } = await import("../../../lambdas/auth-triggers/index");
  return {
    handler,
    directory: createDynamoDirectory({
      client: cloud.dynamoDb,
      tableName: tables.control.name,
      random: Math.random,
      sleep,
    }),
    settings: async () => {
      const scan = new ScanCommand({ TableName: tables.access.name, ConsistentRead: true });
      const { Items = [] } = await cloud.dynamoDb.send(scan);
      return Items.map((item) => JSON.parse(item.json?.S ?? "null") as OrganizationSettings);
    },
    dispose: async () => {
      process.env = before;
      await cloud.dispose();
    },
  };
};

/** An event as Cognito sends it, by the pages of the developer guide on each trigger. */
export const triggerEvent = (
  triggerSource: string,
  request: {
    readonly userAttributes: Readonly<Record<string, string>>;
    readonly clientMetadata?: Readonly<Record<string, string>>;
  },
): TriggerEvent => {
  const isMessage = triggerSource.startsWith("CustomMessage");
  return {
    version: "1",
    region: "us-east-1",
    userPoolId: "us-east-1_EXAMPLE01",
    userName: request.userAttributes.sub ?? "",
    callerContext: { awsSdkVersion: "aws-sdk-unknown-unknown", clientId: "example-client" },
    triggerSource,
    request: {
      ...request,
      ...(isMessage && { codeParameter: "{####}", linkParameter: "{##Click##}" }),
    },
    response: isMessage ? { smsMessage: null, emailMessage: null, emailSubject: null } : {},
  } as unknown as TriggerEvent;
};

export type Person = { readonly id: UserId; readonly email: string };

let people = 0;
export const somebody = (): Person => {
  people += 1;
  return { id: randomUUID() as string as UserId, email: `person-${people}@example.com` };
};

export const attributesOf = ({ id, email }: Person) => ({
  sub: id,
  email,
  email_verified: "true",
  "cognito:user_status": "CONFIRMED",
});

export const confirmed = (person: Person, clientMetadata: Readonly<Record<string, string>> = {}) =>
  triggerEvent("PostConfirmation_ConfirmSignUp", {
    userAttributes: attributesOf(person),
    clientMetadata,
  });

const weekMs = 7 * 86_400_000;

/** An organization that has invited an address, and the token that was sent there. */
export const inviteTo = async (
  directory: Directory,
  email: string,
  fields: Partial<Invite> = {},
): Promise<{ readonly invite: Invite; readonly token: string }> => {
  const owner = somebody();
  const organization = freshOrganization();
  await directory.addUser({ ...owner, createdAt: 1 });
  await directory.addOrganization(organization, owner.id, 1);
  const token = createHash("sha256").update(randomUUID()).digest("base64url");
  const now = Date.now();
  const invite: Invite = {
    id: token.replace(/\W|_/g, "0").slice(0, 16) as InviteId,
    organization,
    email,
    role: "admin",
    invitedBy: owner.email,
    sentAt: now,
    expiresAt: now + weekMs,
    ...fields,
  };
  await directory.putInvite(invite, createHash("sha256").update(token).digest("hex"));
  return { invite, token };
};
