import type { CredentialAnswer } from "../../../../core/contract/credentials";
import type { ModelAnswer } from "../../../../core/contract/models";

/** Models that requests may use now, and not once the provider's credential is gone. */
export const lostModels = (
  models: readonly ModelAnswer[],
  provider: CredentialAnswer["provider"],
): readonly ModelAnswer[] =>
  models.filter((model) => model.provider === provider && model.status === "enabled");
