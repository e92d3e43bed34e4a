import { Presets, SingleBar } from "cli-progress";

export type Progress = { readonly step: () => void; readonly stop: () => void };

/** Where progress is told: a terminal gets a bar, anything else a line for each tenth. */
export const createProgress = (total: number, out: NodeJS.WriteStream): Progress => {
  if (!out.isTTY) return createLineProgress(total, (text) => out.write(text));
  const bar = new SingleBar(
    { format: "{bar} {value} of {total}, {eta_formatted} left", stream: out },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
};

/** One line for each tenth of the way. */
export const createLineProgress = (total: number, write: (text: string) => void): Progress => {
  let done = 0;
  return {
    step: () => {
      done += 1;
      const tenth = (n: number) => Math.floor((n * 10) / total);
      if (tenth(done) > tenth(done - 1)) write(`replayed ${done} of ${total}\n`);
    },
    stop: () => undefined,
  };
};
