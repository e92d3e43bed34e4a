import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import type { LanguageModel } from "ai";
import type { Target } from "../case";

// It would print that it does not know the sandbox's models.
globalThis.AI_SDK_LOG_WARNINGS = false;

export type ModelOf = (target: Target) => LanguageModel;

const settings = ({ baseUrl: baseURL, apiKey }: Target) => ({ baseURL, apiKey });

/** The Vercel AI SDK's ways to a model, each made as an app would make it. */
export const aiSdkChat: ModelOf = (target) => createOpenAI(settings(target)).chat(target.model);

export const aiSdkResponses: ModelOf = (target) =>
  createOpenAI(settings(target)).responses(target.model);

export const aiSdkAnthropic: ModelOf = (target) => createAnthropic(settings(target))(target.model);

/**
 * The AI SDK tells a stream's failure to a callback, and else prints it; what is read of the stream
 * then says only that there is nothing. With this, reading throws the failure itself.
 */
export const failing = () => {
  let failure: unknown;
  return {
    onError: ({ error }: { readonly error: unknown }) => {
      failure ??= error;
    },
    read: async <T>(reading: PromiseLike<T> | (() => Promise<T>)): Promise<T> => {
      try {
        const value = await (typeof reading === "function" ? reading() : reading);
        if (failure === undefined) return value;
      } catch (error) {
        failure ??= error;
      }
      throw failure;
    },
  };
};
