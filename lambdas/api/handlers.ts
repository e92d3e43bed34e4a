import { createPlanLimits } from "../shared/plan-limits";
import { type AccountParts, createAccountHandlers } from "./account/handlers";
import type { AlertsParts } from "./alerts/alerts-parts";
import { createAlertsHandlers } from "./alerts/handlers";
import { type AuditParts, createAuditHandlers } from "./audit/handlers";
import { type ConfigParts, createConfigHandlers } from "./config/handlers";
import type { ApiHandlers } from "./create-api";
import { createCredentialsHandlers } from "./credentials/handlers";
import type { CredentialsParts } from "./credentials/parts";
import { createInviteHandlers, type InviteParts } from "./invites/handlers";
import { createKeysHandlers } from "./keys/handlers";
import { createKeySpends } from "./keys/key-spends";
import type { KeysParts } from "./keys/parts";
import { createMeHandlers, type MeParts } from "./me/handlers";
import { createMemberHandlers, type MemberParts } from "./members/handlers";
import { createModelsHandlers } from "./models/handlers";
import type { ModelsParts } from "./models/parts";
import { createOrganizationHandlers } from "./organization/handlers";
import type { OrganizationParts } from "./organization/parts";
import { createPlanHandlers, type PlanParts } from "./plan/handlers";
import { createRequestsHandlers } from "./requests/handlers";
import type { RequestsParts } from "./requests/parts";
import { createSimulatorHandlers, type SimulatorParts } from "./simulator/handlers";
import { createUsageHandlers } from "./usage/handlers";
import type { UsageParts } from "./usage/parts";

/** All that the operations ask of the world. */
export type ApiParts = ConfigParts &
  MeParts &
  OrganizationParts &
  Omit<KeysParts, "keySpends" | "planLimits"> &
  CredentialsParts &
  ModelsParts &
  UsageParts &
  RequestsParts &
  SimulatorParts &
  AlertsParts &
  MemberParts &
  Omit<InviteParts, "planLimits"> &
  AuditParts &
  PlanParts &
  AccountParts;

/** A handler for every operation of the contract. */
export const createHandlers = (parts: ApiParts): ApiHandlers => {
  const planLimits = parts.payments && createPlanLimits(parts.plans, parts.now);
  const limited = planLimits ? { planLimits } : {};
  return {
    ...createConfigHandlers(parts),
    ...createMeHandlers(parts),
    ...createOrganizationHandlers(parts),
    ...createKeysHandlers({ ...parts, ...limited, keySpends: createKeySpends(parts.usage) }),
    ...createCredentialsHandlers(parts),
    ...createModelsHandlers(parts),
    ...createUsageHandlers(parts),
    ...createRequestsHandlers(parts),
    ...createSimulatorHandlers(parts),
    ...createAlertsHandlers(parts),
    ...createMemberHandlers(parts),
    ...createInviteHandlers({ ...parts, ...limited }),
    ...createAuditHandlers(parts),
    ...createPlanHandlers(parts),
    ...createAccountHandlers(parts),
  };
};
