import type { Pool } from "./pool";

const bins = 10;

/**
 * Expected calibration error (Naeini et al., 2015) over all models and prompts of a pool: how far
 * predicted quality is from the mean score in ten bins of equal width, each weighed by its size.
 */
export const calibrationError = ({ asked, scores, count, models }: Pool, sample: Int32Array) => {
  const predicted = new Float64Array(bins);
  const actual = new Float64Array(bins);
  const columns = models.length;
  for (const prompt of sample) {
    for (let cell = prompt * columns; cell < (prompt + 1) * columns; cell++) {
      const quality = asked[cell] as number;
      const bin = Math.min(bins - 1, Math.floor(quality * bins));
      (predicted[bin] as number) += quality;
      (actual[bin] as number) += scores[cell] as number;
    }
  }
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    error += Math.abs((predicted[bin] as number) - (actual[bin] as number));
  }
  return error / (count * columns);
};
