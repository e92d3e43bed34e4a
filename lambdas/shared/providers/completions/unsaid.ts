import type { Frame, Piece } from "./schema";

const isThere = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value != null;

/** What an answer holds that no other dialect has a word for, each by its name. */
export const unsaidIn = (frame: Frame, pieces: readonly Piece[]): readonly string[] => {
  const found = {
    citations:
      isThere(frame.citations) ||
      isThere(frame.search_results) ||
      pieces.some(({ annotations }) => isThere(annotations)),
    images: isThere(frame.images) || pieces.some(({ images }) => isThere(images)),
    audio: pieces.some(({ audio }) => isThere(audio)),
    "tools that the provider ran": pieces.some(({ executed_tools }) => isThere(executed_tools)),
    moderation: isThere(frame.moderation),
  };
  return Object.entries(found).flatMap(([what, there]) => (there ? [what] : []));
};
