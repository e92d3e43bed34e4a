import { bearer } from "../../bearer";
import type { FamilyRow } from "../family-row";
import { dialectLacks } from "./lacks";

/** The local runner's own provider: its address is lent, as it is another at each start. */
export const sandbox: FamilyRow = {
  site: bearer("sandbox", ""),
  lacks: dialectLacks,
  developer: true,
  refusals: true,
  anyThoughts: true,
};
