import { setJsonFields } from "../../../../core/chat/json-fields";
import type { NeutralRequest } from "../../../../core/chat/neutral/request";
import { uncarriedWithout, type Word } from "../../../../core/chat/neutral/words";
import type { HttpCall } from "../../http/upstream";
import type { CalledModel, Outgoing } from "../adapter";
import type { FamilyRow } from "./family-row";
import { applyChanges, changesFor } from "./reword";
import { effortIn, writeRequest } from "./write-request";

/** The caller's bytes, but for what has to change. */
const passOn = ({ request, model }: Outgoing, name: string, row: FamilyRow): string => {
  const { fields, names, removed } = changesFor(request.body, row, model);
  if (request.model !== name) fields.model = name;
  const texts = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, JSON.stringify(value)]),
  );
  const changed = removed.size + Object.keys(texts).length + Object.keys(names).length > 0;
  return changed ? setJsonFields(request.text, texts, names, removed) : request.text;
};

const translate = ({ request, model }: Outgoing, name: string, row: FamilyRow): string => {
  const body = writeRequest(request.neutral(), name, row);
  // Whoever the caller asked for: what is written here is not what the caller wrote.
  const written: CalledModel = { ...model, substitute: true };
  return JSON.stringify(applyChanges(body, changesFor(body, row, written)));
};

export const toHttp = (outgoing: Outgoing, row: FamilyRow): HttpCall => {
  const { request, model, key, settings } = outgoing;
  const { site } = row;
  const name = site.modelName?.(model.id, settings) ?? model.id;
  const write = request.dialect === "completions" ? passOn : translate;
  return {
    method: "POST",
    url: `${site.url(settings)}/chat/completions`,
    headers: {
      ...site.auth(key),
      "content-type": "application/json",
      accept: request.streamed ? "text/event-stream" : "application/json",
    },
    body: write(outgoing, name, row),
    ...(site.guarded && { guarded: true }),
  };
};

/** What of a request a provider of the family can't be told. */
export const uncarried = (request: NeutralRequest, row: FamilyRow): readonly string[] => {
  const effort = effortIn(request);
  const { mostTopLogprobs, efforts } = row;
  const tooMany = mostTopLogprobs !== undefined && (request.logprobs?.top ?? 0) > mostTopLogprobs;
  return [
    ...uncarriedWithout(request, Object.keys(row.lacks) as Word[]),
    ...(tooMany ? [`more than ${mostTopLogprobs} top_logprobs`] : []),
    ...(effort && efforts && !(effort in efforts) ? [`reasoning effort ${effort}`] : []),
  ];
};
