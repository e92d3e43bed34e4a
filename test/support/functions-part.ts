import { startFunctions } from "../../local/functions/start-functions";
import { region } from "../../local/resources";

/** What the functions' process is told. */
export type FunctionsPartOptions = {
  readonly usageQueueUrl: string;
  readonly usageQueueArn: string;
};

const options = JSON.parse(process.argv[2] ?? "") as FunctionsPartOptions;
await startFunctions({
  ...options,
  region,
  report: (message) => process.stderr.write(`${message}\n`),
});
process.send?.({});
