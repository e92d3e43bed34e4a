import router from "../../core/routing/artifact/router.json";
import type { Classifier } from "../../core/routing/classification";
import { readArtifact } from "../../core/routing/heads/artifact";
import { createTrainedClassifier } from "../../core/routing/heads/trained-classifier";

const decoder = new TextDecoder();

/** The classifier that is shipped, ready to read; loading it takes a few milliseconds. */
export const loadClassifier = (): Classifier =>
  createTrainedClassifier(
    readArtifact(Buffer.from(router.bytes, "base64"), (text) => decoder.decode(text)),
  );
