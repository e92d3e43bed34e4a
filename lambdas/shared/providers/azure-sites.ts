import type { CredentialSettings } from "../../../core/ports/access-store";
import { missingSetting } from "./missing-setting";
import type { Site } from "./site";

/** What Azure takes as a resource's name; anything else would lead to another host. */
const resourceName = /^[a-z0-9][a-z0-9-]{0,62}$/i;

const resourceOf = ({ resource = "" }: CredentialSettings): string => {
  if (!resourceName.test(resource)) throw missingSetting("azure", "resource");
  return resource;
};

/** Models are called by the names of their deployments. */
const modelName: Site["modelName"] = (id, { deployments = {} }) =>
  Object.hasOwn(deployments, id) ? (deployments[id] ?? id) : id;

/** @see https://learn.microsoft.com/en-us/azure/ai-foundry/openai/latest (read 2026-11-24) */
export const azureOpenAiSite: Site = {
  provider: "azure",
  url: (settings) => `https://${resourceOf(settings)}.openai.azure.com/openai/v1`,
  auth: (key) => ({ "api-key": key }),
  modelName,
};

/**
 * Claude, where Azure AI Foundry serves it.
 * @see https://platform.claude.com/docs/en/build-with-claude/claude-in-microsoft-foundry,
 * https://github.com/microsoft/Generative-AI-for-beginners-dotnet (BasicChat-11FoundryClaude)
 * (both read 2026-11-24)
 */
export const azureAnthropicSite: Site = {
  provider: "azure",
  url: (settings) => `https://${resourceOf(settings)}.services.ai.azure.com/anthropic`,
  auth: (key) => ({ "x-api-key": key }),
  modelName,
};
