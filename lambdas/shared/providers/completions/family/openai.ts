import { bearer } from "../../bearer";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking } from "./lacks";

const reference =
  "https://platform.openai.com/docs/api-reference/chat/create, by the types of the openai package 6.49 (read 2026-11-24)";

/** The dialect's own provider. What its models think can't be read, nor handed back. */
export const openai: FamilyRow = {
  site: bearer("openai", "https://api.openai.com/v1"),
  lacks: { ...dialectLacks, ...lacking(reference, "more than 4 stop sequences") },
  developer: true,
  refusals: true,
};
