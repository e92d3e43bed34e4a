import { accountOperations } from "./account";
import { alertOperations } from "./alerts";
import { auditOperations } from "./audit";
import { configOperations } from "./config";
import { credentialOperations } from "./credentials";
import { inviteOperations } from "./invites";
import { keyOperations } from "./keys";
import { meOperations } from "./me";
import { memberOperations } from "./members";
import { modelOperations } from "./models";
import { organizationOperations } from "./organization";
import { planOperations } from "./plan";
import { requestOperations } from "./requests";
import { simulatorOperations } from "./simulator";
import { usageOperations } from "./usage";

/** All that the dashboard's API does. */
export const operations = [
  ...configOperations,
  ...meOperations,
  ...organizationOperations,
  ...keyOperations,
  ...credentialOperations,
  ...modelOperations,
  ...usageOperations,
  ...requestOperations,
  ...simulatorOperations,
  ...alertOperations,
  ...memberOperations,
  ...inviteOperations,
  ...auditOperations,
  ...planOperations,
  ...accountOperations,
] as const;

export type OperationId = (typeof operations)[number]["id"];
