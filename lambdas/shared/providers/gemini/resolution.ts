import type { NeutralRequest } from "../../../../core/chat/neutral/request";

type Detail = "low" | "high" | undefined;

const filesOf = ({ messages }: NeutralRequest) =>
  messages
    .flatMap((message) => {
      if (message.role === "user") return message.parts;
      return message.role === "tool" ? message.parts.flatMap(({ content }) => content) : [];
    })
    .filter((part) => part.kind === "image" || part.kind === "document");

const detailsOf = (request: NeutralRequest): ReadonlySet<Detail> =>
  new Set(filesOf(request).map((part) => (part.kind === "image" ? part.detail : undefined)));

/** Whether how closely images are to be looked at can be said: it is one word for all files. */
export const isOneDetail = (request: NeutralRequest): boolean => detailsOf(request).size <= 1;

/** @see https://ai.google.dev/gemini-api/docs/media-resolution (read 2026-11-24) */
export const mediaResolution = (request: NeutralRequest): string | undefined => {
  const [detail] = detailsOf(request);
  return detail && `MEDIA_RESOLUTION_${detail.toUpperCase()}`;
};
