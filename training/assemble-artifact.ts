import {
  type Artifact,
  clusters,
  headCount,
  shiftHeads,
  taskHeads,
} from "../core/routing/heads/artifact";
import { lexicalCount } from "../core/routing/reading/lexical-features";
import type { Corpus } from "./corpus";
import type { Heads } from "./fit/fit-heads";
import type { Shifts } from "./fit/fit-shifts";
import type { Standard } from "./fit/scale-features";

type Parts = {
  readonly name: string;
  readonly corpus: Corpus;
  readonly standard: Standard;
  readonly task: Heads;
  readonly shifts: Shifts;
};

/** Packs fitted heads into the bytes that the gateway loads. */
export const assembleArtifact = (parts: Parts): Artifact => {
  const { corpus, standard, task } = parts;
  const { general, knowledge, trees } = parts.shifts;
  const { columns } = corpus.features;
  const scales: number[] = [];
  const taskWeights = new Int8Array(columns * taskHeads);
  const shiftWeights = new Int8Array((columns >>> 1) * shiftHeads);
  scales.push(...quantize(task, taskWeights, taskHeads, 0));
  scales.push(...quantize(general, shiftWeights, shiftHeads, 0));
  scales.push(...quantize(knowledge, shiftWeights, shiftHeads, clusters.length));
  const heads = [task, general, knowledge];
  const lexical = new Float32Array(lexicalCount * (2 + headCount));
  for (let feature = 0, at = 0; feature < lexicalCount; feature++) {
    lexical[at++] = standard.means[feature] as number;
    lexical[at++] = standard.inverses[feature] as number;
    for (const { count, lexical: weights } of heads) {
      for (let head = 0; head < count; head++) {
        lexical[at++] = weights[feature * count + head] as number;
      }
    }
  }
  return {
    header: {
      format: 1,
      name: parts.name,
      data: corpus.digest,
      bits: Math.log2(columns),
      lexicalCount,
      knownWordBytes: corpus.knownWords.length,
      scales,
      trees: (trees[0]?.features.length ?? 0) / (trees[0]?.depth ?? 1),
      treeDepth: trees[0]?.depth ?? 1,
      sharpness: 1,
      trust: clusters.map(() => 1),
      clusterLogits: [-0.1, 0.7, 1.5],
      floors: { quality: 0.99, balanced: 0.97, cost: 0.93 },
    },
    taskWeights,
    shiftWeights,
    lexical,
    trees,
    biases: Float32Array.from(heads.flatMap(({ biases }) => [...biases])),
    knownWords: corpus.knownWords,
  };
};

const mostSteps = 127;
/** The few largest weights are cut off, so that the many small ones keep their steps. */
const keptShare = 0.9998;

/** Writes the weights as whole steps and says how large a step of each head is. */
const quantize = (
  { weights, count }: Heads,
  into: Int8Array,
  stride: number,
  first: number,
): number[] =>
  Array.from({ length: count }, (_, head) => {
    const rows = weights.length / count;
    const sizes = new Float32Array(rows);
    for (let row = 0; row < rows; row++)
      sizes[row] = Math.abs(weights[row * count + head] as number);
    sizes.sort();
    const step = (sizes[Math.floor(rows * keptShare)] as number) / mostSteps || 1;
    for (let row = 0; row < rows; row++) {
      const steps = Math.round((weights[row * count + head] as number) / step);
      into[row * stride + first + head] = Math.max(-mostSteps, Math.min(mostSteps, steps));
    }
    return step;
  });
