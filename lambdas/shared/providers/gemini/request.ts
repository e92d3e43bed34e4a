import type { NeutralRequest } from "../../../../core/chat/neutral/request";
import type { HttpCall } from "../../http/upstream";
import type { CalledModel, Outgoing } from "../adapter";
import type { Site } from "../site";
import { toContents } from "./contents";
import { toGenerationConfig } from "./generation-config";
import { modelTraits } from "./model-traits";
import { toolFields } from "./tools";

/** Of the messages before the conversation: one that comes later is not carried. */
const systemFields = ({ messages }: NeutralRequest): Readonly<Record<string, unknown>> => {
  const texts = messages.flatMap((message) => (message.role === "system" ? message.parts : []));
  if (texts.length === 0) return {};
  return { systemInstruction: { parts: texts.map(({ text }) => ({ text })) } };
};

/** The body of a `generateContent` call: what `uncarried` names is not in it. */
export const toBody = (
  request: NeutralRequest,
  model: CalledModel,
): Readonly<Record<string, unknown>> => {
  const generationConfig = toGenerationConfig(request, model);
  const signed = modelTraits(model.id).generation >= 3;
  return {
    ...systemFields(request),
    contents: toContents(request.messages, { signed }),
    ...toolFields(request),
    ...(Object.keys(generationConfig).length > 0 && { generationConfig }),
  };
};

/** @see https://ai.google.dev/api/generate-content#method:-models.generatecontent (read 2026-11-24) */
export const toHttp = (site: Site, { request, model, key, settings }: Outgoing): HttpCall => {
  const name = site.modelName?.(model.id, settings) ?? model.id;
  const neutral = request.neutral();
  const method = neutral.stream ? "streamGenerateContent?alt=sse" : "generateContent";
  return {
    method: "POST",
    url: `${site.url(settings)}/models/${encodeURIComponent(name)}:${method}`,
    headers: {
      ...site.auth(key),
      "content-type": "application/json",
      accept: neutral.stream ? "text/event-stream" : "application/json",
    },
    body: JSON.stringify(toBody(neutral, model)),
    ...(site.guarded && { guarded: true }),
  };
};
