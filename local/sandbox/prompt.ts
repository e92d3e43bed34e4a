import type { Asked, AskedPart, CacheMark } from "./asked";
import { piecesOf } from "./tokens";

/** A prompt as its tokens, and where its tools and parts end: there it may be cached. */
export type Prompt = {
  readonly pieces: readonly string[];
  readonly blocks: readonly { readonly end: number; readonly mark?: CacheMark }[];
};

/** Stand for an image in the prompt: 85 pieces at low detail, 765 otherwise (1024 x 1024). */
const imagePieces = (source: string, detail: string | null | undefined) =>
  new Array<string>(detail === "low" ? 85 : 765).fill(`image:${source.slice(0, 200)}`);

/** Stand for a document: a page of 1,500 for each 50,000 characters of base64. */
const documentPieces = (source: string) =>
  new Array<string>(1_500 * Math.ceil(source.length / 50_000)).fill(
    `document:${source.slice(0, 200)}`,
  );

const partPieces = (part: AskedPart): readonly string[] => {
  if (part.kind === "image") return imagePieces(part.source, part.detail);
  if (part.kind === "document") return documentPieces(part.source);
  if (part.kind === "call") return piecesOf(`${part.name}(${part.arguments})`);
  return piecesOf(part.text);
};

/** The prompt in the order in which a provider caches it: tools first, then messages. */
export const promptOf = ({ tools, turns }: Asked): Prompt => {
  const pieces: string[] = [];
  const blocks: { end: number; mark?: CacheMark }[] = [];
  const block = (more: readonly string[], mark: CacheMark | undefined) => {
    for (const piece of more) pieces.push(piece);
    blocks.push({ end: pieces.length, ...(mark && { mark }) });
  };
  for (const { name, description, schema, mark } of tools) {
    block(piecesOf(JSON.stringify({ name, description, schema })), mark);
  }
  for (const { role, parts } of turns) {
    pieces.push("<|start|>", role);
    for (const part of parts) block(partPieces(part), part.mark);
    pieces.push("<|end|>");
  }
  pieces.push("<|start|>", "assistant");
  return { pieces, blocks };
};
