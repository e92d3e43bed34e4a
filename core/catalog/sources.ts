import type { SourceLetter } from "./offer-row";

/** Where the catalog's facts come from; `npm run catalog:update` refuses other versions. */
export const sources: Readonly<
  Record<SourceLetter, { readonly name: string; readonly takenOn: string }>
> = {
  m: { name: "models.dev f3fc692", takenOn: "2026-07-02" },
  g: { name: "@pydantic/genai-prices 0.1.8", takenOn: "2026-09-23" },
};

/** The day of the youngest source: the catalog's version. */
export const catalogVersion = sources.g.takenOn;
