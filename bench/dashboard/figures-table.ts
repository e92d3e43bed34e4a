import { median } from "../measure/statistics";
import { interactions, shortestMs } from "./interactions";
import type { Measured, Sample } from "./measure-screen";

type Numbers = readonly (number | undefined)[];

const known = (values: Numbers): readonly number[] =>
  values.filter((value): value is number => value !== undefined && Number.isFinite(value));

const medianText = (values: Numbers, text: (value: number) => string): string => {
  const numbers = known(values);
  return numbers.length === 0 ? "–" : text(median(numbers));
};

const whole = (value: number) => Math.round(value).toLocaleString("en-US");
const kilobytes = (bytes: number) => (bytes === 0 ? "0" : (bytes / 1000).toFixed(1));

/** "cold / warm" of one figure. */
const both = (
  { cold, warm }: Measured,
  read: (sample: Sample) => number | undefined,
  text: (value: number) => string,
): string => [cold, warm].map((samples) => medianText(samples.map(read), text)).join(" / ");

const interactionCell = ({ screen, cold, warm }: Measured): string => {
  const interaction = interactions[screen];
  if (!interaction) return "–";
  const values = [...cold, ...warm].map((sample) => sample.interaction);
  const time = medianText(values, (value) =>
    value <= shortestMs ? `≤ ${shortestMs}` : whole(value),
  );
  return `${interaction.what}: ${time}`;
};

const header = [
  "screen",
  "first paint, ms",
  "largest paint, ms",
  "drawn, ms",
  "blocked, ms",
  "layout shift",
  "JavaScript, kB",
  "interaction, ms",
];

/** A table in Markdown: medians of all rounds, "empty cache / full cache". */
export const figuresTable = (measured: readonly Measured[]): string => {
  const rows = measured.map((one) => [
    one.screen,
    both(one, ({ painted }) => painted, whole),
    both(one, ({ largest }) => largest, whole),
    both(one, ({ drawn }) => drawn, whole),
    both(one, ({ blocked }) => blocked, whole),
    both(
      one,
      ({ shift }) => shift,
      (value) => value.toFixed(3),
    ),
    both(one, ({ script }) => script, kilobytes),
    interactionCell(one),
  ]);
  return [header, header.map(() => "---"), ...rows]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
};
