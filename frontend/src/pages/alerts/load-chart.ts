import type { Chart } from "chart.js";

let loaded: Promise<typeof Chart> | undefined;

/** chart.js with the few pieces that this page draws with, as a chunk of its own. */
export const loadChart = (): Promise<typeof Chart> => {
  loaded ??= import("chart.js").then(
    ({
      BarController,
      BarElement,
      CategoryScale,
      Chart: Library,
      LinearScale,
      LineController,
      LineElement,
      PointElement,
      Tooltip,
    }) => {
      Library.register(
        BarController,
        BarElement,
        CategoryScale,
        LinearScale,
        LineController,
        LineElement,
        PointElement,
        Tooltip,
      );
      return Library;
    },
  );
  return loaded;
};
