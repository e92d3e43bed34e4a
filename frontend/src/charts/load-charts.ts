/** chart.js with bars and lines, as a chunk of its own. */
export const loadBars = () => import("./bars").then(({ Chart }) => Chart);

/** chart.js with treemaps. */
export const loadTreemap = () => import("./treemap").then(({ Chart }) => Chart);
