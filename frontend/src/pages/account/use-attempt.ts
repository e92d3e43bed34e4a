import { createSignal } from "solid-js";
import { failureWords } from "./failure-words";

/**
 * One thing at a time that is asked of the sign-in service.
 *
 * @param doing - "sign in", as in "Couldn't sign in".
 * @param notAuthorized - what the service's one code for many reasons means here.
 */
export const useAttempt = (doing: string, notAuthorized?: string) => {
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>();
  return {
    busy,
    failure,
    error: () =>
      failure() === undefined ? undefined : failureWords(failure(), doing, notAuthorized),
    forget: () => setFailure(undefined),
    /** @returns whether it was done. */
    async run(step: () => Promise<unknown>): Promise<boolean> {
      if (busy()) return false;
      setBusy(true);
      setFailure(undefined);
      try {
        await step();
        return true;
      } catch (error) {
        setFailure(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
};
