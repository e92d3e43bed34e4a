import { sandboxModels } from "../models";
import type { SandboxCall } from "../sandbox-dialect";
import { SandboxError } from "../sandbox-error";

/** Models are as old as the sandbox's catalog: seconds since 1970 of 2026-11-24. */
const modelsCreated = 1_795_478_400;

const listed = sandboxModels.map(({ offer }) => ({
  id: offer.id,
  object: "model",
  created: modelsCreated,
  owned_by: "smashcost-sandbox",
}));

/** All of the sandbox's models, or the one that the path names, in OpenAI's shape. */
export const listOpenAiModels = ({ model: id }: SandboxCall): unknown => {
  if (!id) return { object: "list", data: listed };
  const model = listed.find((one) => one.id === id);
  if (model) return model;
  throw new SandboxError(404, `The model '${id}' does not exist`, "model_not_found", "model");
};
