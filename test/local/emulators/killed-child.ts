import { startEmulators } from "../../../local/emulators/start-emulators";

/** Run by the kill test in a process of its own: emulators on a folder, until it is killed. */
const run = async (): Promise<void> => {
  const dataDir = process.argv[2];
  if (dataDir === undefined) throw new Error("give the folder for the data as the only argument");
  const { endpoint } = await startEmulators({ dataDir, now: Date.now });
  process.stdout.write(`${endpoint}\n`);
};

void run();
