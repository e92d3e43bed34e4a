import type { configOperations, getConfig } from "../../../core/contract/config";
import type { AnswerOf } from "../../../core/contract/operation";
import type { HandlersOf } from "../handler";
import { openApiDocument } from "./openapi-document";

export type ConfigParts = { readonly config: AnswerOf<typeof getConfig> };

export const createConfigHandlers = ({
  config,
}: ConfigParts): HandlersOf<typeof configOperations> => ({
  "config.get": () => Promise.resolve(config),
  "config.openapi": () => Promise.resolve(openApiDocument()),
});
