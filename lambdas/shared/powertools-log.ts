import { Logger } from "@aws-lambda-powertools/logger";
import type { Log } from "../../core/ports/log";

/** Structured logs for CloudWatch, one JSON line each; the level comes from POWERTOOLS_LOG_LEVEL. */
export const createPowertoolsLog = (serviceName: string): Log => {
  const logger = new Logger({ serviceName });
  return {
    info: (message, fields = {}) => logger.info(message, { ...fields }),
    warn: (message, fields = {}) => logger.warn(message, { ...fields }),
    error: (message, fields = {}) => logger.error(message, { ...fields }),
  };
};
