import type { HttpCall } from "../../http/upstream";
import type { Outgoing } from "../adapter";
import type { Site } from "../site";
import { toBody } from "./body";
import { passedBody } from "./passed-body";

/**
 * The version of the API that everything here is written for.
 * @see https://platform.claude.com/docs/en/api/versioning (read 2026-11-24)
 */
const version = "2023-06-01";

/** @param path - below `/v1/messages`. */
export const toHttp = (site: Site, outgoing: Outgoing, path = ""): HttpCall => {
  const { request, model, key, settings, passedHeaders } = outgoing;
  const id = site.modelName?.(model.id, settings) ?? model.id;
  const own = request.dialect === "messages";
  const called = { ...model, id };
  return {
    method: "POST",
    url: `${site.url(settings)}/v1/messages${path}`,
    headers: {
      "anthropic-version": version,
      ...(own && passedHeaders),
      "content-type": "application/json",
      accept: request.streamed ? "text/event-stream" : "application/json",
      ...site.auth(key),
    },
    body: own ? passedBody(request, called) : JSON.stringify(toBody(request.neutral(), called)),
    ...(site.guarded && { guarded: true as const }),
  };
};
