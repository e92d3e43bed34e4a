import { Chart, LinearScale } from "chart.js";
import { TreemapController, TreemapElement } from "chartjs-chart-treemap";

Chart.register(LinearScale, TreemapController, TreemapElement);

export { Chart };
