/** Runs the last callback it was given, once none came for a while; keeps no process alive. */
export const debounced = (delayMs: number): ((callback: () => void) => void) => {
  let timer: NodeJS.Timeout | undefined;
  return (callback) => {
    clearTimeout(timer);
    timer = setTimeout(callback, delayMs);
    timer.unref();
  };
};
