import { type UsageDimension, usageDimensions } from "../../contract/usage";
import type { Dimensions } from "../bucket";

/** What filters and groups take for a dimension: the empty text is untagged, or none. */
const dimensionValue = (dimensions: Dimensions, dimension: UsageDimension): string =>
  dimensions[dimension] ?? "";

/** One value or several, any of which may match. */
export type DimensionQuery = {
  readonly [D in UsageDimension]?: string | readonly string[] | undefined;
};

/** Whether dimensions match every filter that is given; without any, all do. */
export const dimensionFilter = (query: DimensionQuery): ((dimensions: Dimensions) => boolean) => {
  const wanted = usageDimensions.flatMap((dimension) => {
    const values = query[dimension];
    if (values === undefined) return [];
    return [{ dimension, values: new Set(typeof values === "string" ? [values] : values) }];
  });
  if (wanted.length === 0) return () => true;
  return (dimensions) =>
    wanted.every(({ dimension, values }) => values.has(dimensionValue(dimensions, dimension)));
};
