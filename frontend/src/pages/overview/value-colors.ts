import type { SeriesNumber } from "../../charts/token-color";
import { seriesColors } from "../../state/series-color";

/** The color of each value; what is untagged, or none, has that of "Other". */
export const colorsOf = (
  organization: string,
  dimension: string,
  values: readonly string[],
): ((value: string | undefined) => SeriesNumber) => {
  const colors = seriesColors(
    organization,
    dimension,
    values.filter((value) => value !== ""),
  );
  return (value) => (value === undefined ? "other" : (colors.get(value) ?? "other"));
};
