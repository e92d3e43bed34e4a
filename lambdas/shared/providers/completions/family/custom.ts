import { customSite } from "../../custom-site";
import type { FamilyRow } from "../family-row";
import { dialectLacks, lacking, openAiAlone } from "./lacks";

const unknown = "nothing is known of a customer's own server but that it follows OpenAI";

/** A customer's own server, such as vLLM: what not all of them know is not said of itself. */
export const custom: FamilyRow = {
  site: customSite,
  lacks: { ...dialectLacks, ...lacking(unknown, "more than 4 stop sequences", ...openAiAlone) },
  ceiling: "max_tokens",
  anyThoughts: true,
};
