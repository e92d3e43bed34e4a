import { startRecorder } from "../../local/functions/start-recorder";
import { region } from "../../local/resources";

/** What the functions' process is told. */
export type FunctionsPartOptions = {
  readonly usageQueueUrl: string;
  readonly usageQueueArn: string;
};

const options = JSON.parse(process.argv[2] ?? "") as FunctionsPartOptions;
await startRecorder({
  ...options,
  region,
  report: (message) => process.stderr.write(`${message}\n`),
});
process.send?.({});
