import type { PromptReader, PromptWriter, StoredPrompt } from "../../core/ports/prompt-store";

/** Prompts in a map. */
export const createMemoryPrompts = (now: () => number): PromptWriter & PromptReader => {
  const prompts = new Map<string, StoredPrompt>();
  return {
    put: (organization, request, prompt) => {
      prompts.set(`${organization}/${request}`, { ...prompt });
      return Promise.resolve();
    },
    find: (organization, request) => {
      const found = prompts.get(`${organization}/${request}`);
      return Promise.resolve(found && found.expiresAt > now() ? found : undefined);
    },
  };
};
