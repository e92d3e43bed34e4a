import router from "../../../core/routing/artifact/router.json";
import { readArtifact, writeArtifact } from "../../../core/routing/heads/artifact";
import { createTrainedClassifier } from "../../../core/routing/heads/trained-classifier";
import { lexicalCount } from "../../../core/routing/reading/lexical-features";
import { loadClassifier } from "../../../lambdas/shared/load-classifier";
import { saying } from "./conversations";

const decode = (text: Uint8Array) => new TextDecoder().decode(text);
const encode = (text: string) => new TextEncoder().encode(text);
const shipped = new Uint8Array(Buffer.from(router.bytes, "base64"));
const read = (bytes: Uint8Array) => readArtifact(bytes, decode);
const artifact = read(shipped);

const changed = (place: number, value: number): Uint8Array => {
  const bytes = shipped.slice();
  bytes[place] = value;
  return bytes;
};
const withHeader = (header: object): Uint8Array =>
  writeArtifact({ ...artifact, header: { ...artifact.header, ...header } }, encode);

describe("the artifact that is shipped", () => {
  test("is for the features that are read, and its weights are numbers", () => {
    expect(artifact.header.lexicalCount).toBe(lexicalCount);
    for (const numbers of [artifact.lexical, artifact.biases, artifact.header.scales]) {
      expect([...numbers].every(Number.isFinite)).toBe(true);
    }
  });

  test("is written again byte by byte", () => {
    expect(Buffer.compare(writeArtifact(artifact, encode), shipped)).toBe(0);
  });

  test("reads the same wherever its bytes lie in memory", () => {
    const conversation = saying("Write a poem about rain.");
    const said = loadClassifier()(conversation);
    for (const offset of [1, 2, 3, 4]) {
      const pool = new Uint8Array(shipped.length + 8);
      pool.set(shipped, offset);
      const moved = read(pool.subarray(offset, offset + shipped.length));
      expect(createTrainedClassifier(moved)(conversation)).toEqual(said);
    }
  });
});

describe("a damaged artifact is refused", () => {
  test.each([
    { name: "nothing", bytes: new Uint8Array(), error: /damaged: it does not begin as one/ },
    { name: "three bytes", bytes: shipped.slice(0, 3), error: /does not begin as one/ },
    { name: "another beginning", bytes: changed(0, 0), error: /does not begin as one/ },
    { name: "another format", bytes: withHeader({ format: 2 }), error: /has format 2, not 1/ },
    { name: "a header cut off", bytes: shipped.slice(0, 40), error: /its header is cut off/ },
    { name: "a header of noise", bytes: changed(8, 7), error: /cut off or no JSON/ },
    { name: "its last byte missing", bytes: shipped.slice(0, -1), error: /length that its header/ },
    { name: "half of it", bytes: shipped.slice(0, shipped.length / 2), error: /length that its h/ },
    {
      name: "a byte too many",
      bytes: new Uint8Array([...shipped, 0]),
      error: /length that its header says/,
    },
    {
      name: "weights of another size",
      bytes: withHeader({ bits: artifact.header.bits + 1 }),
      error: /length that its header says/,
    },
  ])("$name", ({ bytes, error }) => {
    expect(() => read(bytes)).toThrow(error);
  });
});
