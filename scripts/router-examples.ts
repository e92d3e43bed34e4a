import { writeFileSync } from "node:fs";
import { packExamples } from "../training/examples/format-examples";
import { makeExamples } from "../training/examples/make-examples";
import { readPhrases } from "../training/examples/read-phrases";
import { unknownSlots } from "../training/examples/slots";

// Writes the requests that the router learns tasks from: data/routing/README.md.
const target = "data/routing/examples.jsonl.gz";
const phrases = readPhrases("data/routing/phrases");
for (const file of phrases.byLanguage.values()) {
  for (const [task, { asks, followUps, systems }] of Object.entries(file.tasks)) {
    for (const text of [...asks, ...followUps, ...systems]) {
      const unknown = unknownSlots(text, { file, shared: phrases.shared });
      if (unknown.length > 0) {
        console.log(`${file.language} ${task}: ${unknown.join(" ")} is no slot and stays as it is`);
      }
    }
  }
}
const examples = makeExamples(phrases);
const bytes = packExamples(examples);
writeFileSync(target, bytes);
console.log(`${examples.length} examples, ${bytes.length} bytes in ${target}`);
