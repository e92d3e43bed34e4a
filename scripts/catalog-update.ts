import { mkdirSync, writeFileSync } from "node:fs";
import { offerFileSchema } from "../core/catalog/schema";
import { buildCatalog } from "./catalog-update/build-catalog";
import { formatFlags, formatOfferFile } from "./catalog-update/format";
import { readSources } from "./catalog-update/read-sources";

// Writes core/catalog/offers from the sources in data/catalog and genai-prices: docs/catalog.md.
const target = "core/catalog/offers";
const { files, flags } = buildCatalog(readSources("."));
mkdirSync(target, { recursive: true });
for (const file of files) {
  offerFileSchema.parse(file);
  writeFileSync(`${target}/${file.provider}.json`, formatOfferFile(file));
  console.log(`${file.provider}: ${file.offers.length} offers`);
}
writeFileSync(`${target}/flags.json`, formatFlags(flags));
console.log(`${flags.length} flags in ${target}/flags.json`);
