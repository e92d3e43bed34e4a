import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Artifact, readArtifact } from "../../core/routing/heads/artifact";

/** Where `npm run router:train` puts the artifact, and the gateway finds it. */
const artifactPath = join(import.meta.dirname, "../../core/routing/artifact/router.json");

const decoder = new TextDecoder();

export const readShippedArtifact = (): Artifact => {
  const { bytes } = JSON.parse(readFileSync(artifactPath, "utf8")) as { readonly bytes: string };
  return readArtifact(Buffer.from(bytes, "base64"), (text) => decoder.decode(text));
};
