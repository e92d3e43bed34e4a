import { tasks } from "../task";
import type { Trees } from "./trees";

/** Ability clusters that a shift is predicted for: models of a kind fail at the same requests. */
export const clusters = ["small", "mid", "large"] as const;

/** Heads that tell tasks apart: one a task. */
export const taskHeads = tasks.length;
/** Clusters that are measured where knowledge is asked for; the one between gets their mean. */
export const knowledgeClusters = [0, 2] as const;
/** Heads that shift success: one a cluster for all tasks, and more for knowledge. */
export const shiftHeads = clusters.length + knowledgeClusters.length;
/** All heads, in the order of scales and biases: tasks, shifts, shifts of knowledge. */
export const headCount = taskHeads + shiftHeads;
export const firstKnowledge = taskHeads + clusters.length;

/** The readable part of an artifact. */
export type ArtifactHeader = {
  /** Raised whenever the layout or the features change: old code must not read new weights. */
  readonly format: 1;
  readonly name: string;
  /** SHA-256 over the training data, hexadecimal. */
  readonly data: string;
  /** N-grams fall into 2 to that many buckets; for the shifts, two neighbours are one. */
  readonly bits: number;
  readonly lexicalCount: number;
  readonly knownWordBytes: number;
  /** What an int8 weight of each head is multiplied by. */
  readonly scales: readonly number[];
  /** For each of `knowledgeClusters` so many trees, each so deep. */
  readonly trees: number;
  readonly treeDepth: number;
  /** The probability of a task is the softmax of its score times this. */
  readonly sharpness: number;
  /** How far predicted shifts are trusted, each cluster: 1 as they are, 0 not at all. */
  readonly trust: readonly number[];
  /** Log-odds of success, over all tasks, of a typical model of each cluster. */
  readonly clusterLogits: readonly number[];
  /** Least share of the reference's predicted quality that a mode accepts of one request. */
  readonly floors: { readonly quality: number; readonly balanced: number; readonly cost: number };
};

/** A trained classifier, as it lies in memory. */
export type Artifact = {
  readonly header: ArtifactHeader;
  /** For each bucket `taskHeads` weights. */
  readonly taskWeights: Int8Array;
  /** For each two buckets `shiftHeads` weights. */
  readonly shiftWeights: Int8Array;
  /** For each lexical feature its mean, 1 / its deviation, and `headCount` weights. */
  readonly lexical: Float32Array;
  readonly biases: Float32Array;
  /** One ensemble for each of `knowledgeClusters`. */
  readonly trees: readonly Trees[];
  readonly knownWords: Uint8Array;
};

const magic = 0x5243_5331;
const prefixBytes = 8;

const sizesOf = ({ bits, lexicalCount, knownWordBytes, trees, treeDepth }: ArtifactHeader) => ({
  taskWeights: (1 << bits) * taskHeads,
  shiftWeights: (1 << (bits - 1)) * shiftHeads,
  lexical: lexicalCount * (2 + headCount) * 4,
  biases: headCount * 4,
  thresholds: knowledgeClusters.length * trees * treeDepth * 4,
  leaves: knowledgeClusters.length * trees * (1 << treeDepth) * 4,
  features: knowledgeClusters.length * trees * treeDepth,
  knownWords: knownWordBytes,
});

/** Room for the header, so that what follows it begins at a multiple of four. */
const padded = (length: number): number => (length + 3) & ~3;

const headerOf = (text: string): ArtifactHeader => {
  const header = parsed(text);
  if (header.format === 1) return header as ArtifactHeader;
  throw new Error(`the router's artifact has format ${String(header.format)}, not 1`);
};

const parsed = (text: string): { readonly format?: unknown } => {
  try {
    return JSON.parse(text) as { readonly format?: unknown };
  } catch (cause) {
    throw new Error("the router's artifact is damaged: its header is cut off or no JSON", {
      cause,
    });
  }
};

/**
 * Reads an artifact without copying its weights.
 *
 * @throws Error where the bytes are no artifact, of another format, or cut short.
 */
export const readArtifact = (bytes: Uint8Array, decode: (text: Uint8Array) => string): Artifact => {
  // Typed arrays of four bytes need an aligned start, which a pooled buffer may not have.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  if (aligned.byteLength < prefixBytes || view.getUint32(0, true) !== magic) {
    throw new Error("the router's artifact is damaged: it does not begin as one");
  }
  const headerLength = view.getUint32(4, true);
  const text = decode(aligned.subarray(prefixBytes, prefixBytes + headerLength));
  const header = headerOf(text);
  const sizes = sizesOf(header);
  let at = aligned.byteOffset + prefixBytes + padded(headerLength);
  const take = (length: number): number => {
    at += length;
    return at - length;
  };
  const end = at + Object.values(sizes).reduce((sum, size) => sum + size, 0);
  if (end !== aligned.byteOffset + aligned.byteLength) {
    throw new Error("the router's artifact is damaged: it has not the length that its header says");
  }
  const { buffer } = aligned;
  const floats = (size: number) => new Float32Array(buffer, take(size), size / 4);
  const lexical = floats(sizes.lexical);
  const biases = floats(sizes.biases);
  const thresholds = floats(sizes.thresholds);
  const leaves = floats(sizes.leaves);
  const features = new Uint8Array(buffer, take(sizes.features), sizes.features);
  return {
    header,
    lexical,
    biases,
    trees: knowledgeClusters.map((_, at) => ({
      depth: header.treeDepth,
      thresholds: partOf(thresholds, at),
      leaves: partOf(leaves, at),
      features: partOf(features, at),
    })),
    taskWeights: new Int8Array(buffer, take(sizes.taskWeights), sizes.taskWeights),
    shiftWeights: new Int8Array(buffer, take(sizes.shiftWeights), sizes.shiftWeights),
    knownWords: new Uint8Array(buffer, take(sizes.knownWords), sizes.knownWords),
  };
};

const partOf = <Numbers extends Float32Array | Uint8Array>(all: Numbers, at: number): Numbers => {
  const length = all.length / knowledgeClusters.length;
  return all.subarray(at * length, (at + 1) * length) as Numbers;
};

/** The bytes of an artifact, little-endian: the header's length, the header, then the numbers. */
export const writeArtifact = (
  artifact: Artifact,
  encode: (text: string) => Uint8Array,
): Uint8Array => {
  const header = encode(JSON.stringify(artifact.header));
  const { lexical, biases, trees, taskWeights, shiftWeights, knownWords } = artifact;
  const parts = [
    lexical,
    biases,
    ...trees.map(({ thresholds }) => thresholds),
    ...trees.map(({ leaves }) => leaves),
    ...trees.map(({ features }) => features),
    taskWeights,
    shiftWeights,
    knownWords,
  ];
  const start = prefixBytes + padded(header.length);
  const bytes = new Uint8Array(start + parts.reduce((sum, part) => sum + part.byteLength, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, header.length, true);
  bytes.set(header, prefixBytes);
  let at = start;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
};
