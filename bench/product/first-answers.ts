import { median } from "../measure/statistics";
import { makeClone } from "./clone";
import { startProduct } from "./start-product";

/** From `npm start` to the first answer, milliseconds, medians over some starts. */
export type FirstAnswers = {
  /** As after `npm ci`, which compiles. */
  readonly compiledMs: number;
  /** As after a change of the sources: it compiles first. */
  readonly uncompiledMs: number;
};

/** Starts the product in a fresh clone again and again, on an empty data directory each time. */
export const measureFirstAnswers = async (
  root: string,
  starts: number,
  tell: (progress: string) => void,
): Promise<FirstAnswers> => {
  const clone = makeClone(root);
  const startOnce = async (): Promise<number> => {
    const product = await startProduct(clone.dir);
    await product.stop();
    return product.firstAnswerMs;
  };
  const compiled: number[] = [];
  const uncompiled: number[] = [];
  try {
    for (let start = 0; start < starts; start += 1) {
      tell(`npm start ${start + 1} of ${starts}`);
      clone.forgetCompiled();
      uncompiled.push(await startOnce());
      compiled.push(await startOnce());
    }
  } finally {
    clone.remove();
  }
  return { compiledMs: median(compiled), uncompiledMs: median(uncompiled) };
};
