/**
 * Registers what must not outlive this process, however it ends.
 *
 * @param cleanUp - synchronous.
 * @returns does it now, and then never again.
 */
export const atExit = (cleanUp: () => void): (() => void) => {
  process.once("exit", cleanUp);
  return () => {
    process.removeListener("exit", cleanUp);
    cleanUp();
  };
};
