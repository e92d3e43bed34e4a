import { createSignal } from "solid-js";
import type { SentOf } from "../../../../core/contract/operation";
import type { openPortal, startCheckout } from "../../../../core/contract/plan";
import { useChange } from "../../api/use-change";

type LeadsElsewhere = typeof startCheckout | typeof openPortal;

/** Goes on to the payment service's own page, which an operation gives the address of. */
export const usePaymentPage = <O extends LeadsElsewhere>(operation: O) => {
  const change = useChange(operation);
  const [unsafe, setUnsafe] = createSignal<Error>();
  return {
    busy: change.busy,
    error: () => change.error() ?? unsafe(),
    async go(sent: Partial<SentOf<O>> = {}): Promise<void> {
      setUnsafe(undefined);
      const answer = await change.run(sent).catch(() => undefined);
      if (!answer) return;
      const { url } = answer as { readonly url: string };
      // Any other scheme could run in this page instead.
      if (new URL(url).protocol === "https:") location.assign(url);
      else setUnsafe(new Error("the payment page has no safe address"));
    },
  };
};
