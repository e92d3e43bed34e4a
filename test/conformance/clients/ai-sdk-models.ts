import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import type { LanguageModel } from "ai";
import type { Target } from "../case";

export type ModelOf = (target: Target) => LanguageModel;

const settings = ({ baseUrl: baseURL, apiKey }: Target) => ({ baseURL, apiKey });

/** The Vercel AI SDK's ways to a model, each made as an app would make it. */
export const aiSdkChat: ModelOf = (target) => createOpenAI(settings(target)).chat(target.model);

export const aiSdkResponses: ModelOf = (target) =>
  createOpenAI(settings(target)).responses(target.model);

export const aiSdkAnthropic: ModelOf = (target) => createAnthropic(settings(target))(target.model);
