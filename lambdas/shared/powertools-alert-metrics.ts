import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { picoUsdPerUsd } from "../../core/money/amounts";
import type { AlertMetrics } from "../../core/ports/alert-channels";

/**
 * Metrics by CloudWatch's embedded format: lines of the log. `POWERTOOLS_METRICS_DISABLED` keeps them
 * out of it.
 */
export const createPowertoolsAlertMetrics = (): AlertMetrics => {
  const metrics = new Metrics({ namespace: "SmashCost", serviceName: "alerts" });
  return {
    spend(organization, sum) {
      const single = metrics.singleMetric();
      single.addDimension("organization", organization);
      // An alarm needs no more digits than a double has.
      single.addMetric("SpendLast60Minutes", MetricUnit.NoUnit, Number(sum) / picoUsdPerUsd);
    },
    fired() {
      metrics.singleMetric().addMetric("SpendAlertsFired", MetricUnit.Count, 1);
    },
  };
};
