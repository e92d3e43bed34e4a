/**
 * A browser on a busy machine now and then misses its time. What fails is tried twice more, and each
 * failure is printed all the same; what fails three times has failed.
 */
jest.retryTimes(2, { logErrorsBeforeRetry: true });
