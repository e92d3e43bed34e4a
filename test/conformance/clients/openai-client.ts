import OpenAI from "openai";
import type { Target } from "../case";

/** The stock client, as an app would make it, but that it shows each failure at once. */
export const openaiClient = ({ baseUrl, apiKey }: Target): OpenAI =>
  new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0 });
