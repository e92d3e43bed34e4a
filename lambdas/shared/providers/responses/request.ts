import type { HttpCall } from "../../http/upstream";
import type { Outgoing } from "../adapter";
import type { Site } from "../site";
import { passOn } from "./pass-on";
import { translate } from "./translate";

const bodyOf = (site: Site, { request, model, settings, ...rest }: Outgoing): string => {
  const name = site.modelName?.(model.id, settings) ?? model.id;
  return request.dialect === "responses"
    ? passOn({ request, model, settings, ...rest }, name)
    : JSON.stringify(translate(request.neutral(), model, name));
};

export const toHttp = (site: Site, outgoing: Outgoing): HttpCall => ({
  method: "POST",
  url: `${site.url(outgoing.settings)}/responses`,
  headers: {
    ...site.auth(outgoing.key),
    "content-type": "application/json",
    accept: outgoing.request.streamed ? "text/event-stream" : "application/json",
  },
  body: bodyOf(site, outgoing),
  ...(site.guarded && { guarded: true }),
});
