import { useNavigate, useSearchParams } from "@solidjs/router";
import { createMemo } from "solid-js";
import { getTrend, usageDimensions } from "../../../../../core/contract/usage";
import { useOperation } from "../../../api/use-operation";
import { useWorkspace } from "../../../state/workspace";
import { type Overview, refreshMs, useView } from "../overview-state";
import { colorsOf } from "../value-colors";
import { type Bucket, type Series, trendOf } from "./trend-model";

const dayMs = 86_400_000;
/** Longer periods have more hours than can be drawn, or than the API gives. */
const hoursUpToMs = 31 * dayMs + dayMs / 12;

const fewSeries = "8";
const manySeries = "50";

/** How spend went over the period, and what a click into it does. */
export const useSpendTrend = (overview: Overview) => {
  const { period, filters, query, rows } = overview;
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const { organization } = useWorkspace();
  const by = useView("by", usageDimensions, "model");
  const view = useView("trend", ["chart", "table"], "chart");
  const previous = useView("previous", ["true", "false"], "true");
  const series = useView("series", [fewSeries, manySeries], fewSeries);
  const mayHours = () => period.range().to - period.range().from <= hoursUpToMs;
  const interval = (): "hour" | "day" | undefined => {
    const asked = search.interval;
    return asked === "day" || (asked === "hour" && mayHours()) ? asked : undefined;
  };
  const asked = useOperation(
    getTrend,
    () => ({
      query: {
        ...query(),
        by: by.get(),
        previous: previous.get(),
        // More series of many hours are more than an answer holds.
        series: interval() === "hour" ? fewSeries : series.get(),
        interval: interval(),
      },
    }),
    () => ({ everyMs: refreshMs }),
  );
  const trend = createMemo(() => {
    const answer = asked.data;
    if (!answer) return undefined;
    const values = answer.series.map(({ value }) => value);
    return trendOf(answer, colorsOf(organization().id, answer.by, values));
  });
  const within = (bucket: Bucket | undefined) =>
    bucket && { period: [], from: bucket.start, to: bucket.end };
  const isChosen = ({ value }: Series): boolean => {
    const chosen = filters.get(by.get());
    return value !== undefined && chosen.length === 1 && chosen[0] === value;
  };
  return {
    asked,
    trend,
    by,
    view,
    previous,
    mayHours,
    setInterval: (chosen: "hour" | "day") => setSearch({ interval: chosen }, { replace: true }),
    isChosen,
    /** Filters the page by a series, or takes that back; "Other" opens into more series. */
    choose: (one: Series) => {
      if (one.value !== undefined) filters.set(by.get(), isChosen(one) ? [] : [one.value]);
      else setSearch({ series: manySeries, trend: "table" }, { replace: true });
    },
    zoom: (first: Bucket, last: Bucket) =>
      setSearch({ period: undefined, from: first.start, to: last.end, interval: undefined }),
    rowsOf: (bucket: Bucket | undefined, one?: Series) =>
      rows({
        ...within(bucket),
        ...(one?.value !== undefined && { [by.get()]: [one.value] }),
      }),
    open(bucket: Bucket, one: Series | undefined) {
      navigate(this.rowsOf(bucket, one));
    },
  };
};

export type SpendTrendState = ReturnType<typeof useSpendTrend>;
