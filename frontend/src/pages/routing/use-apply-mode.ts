import { updateOrganization } from "../../../../core/contract/organization";
import type { RoutingMode } from "../../../../core/contract/routing-mode";
import { useChange } from "../../api/use-change";
import { say } from "../../components/toast";
import { modeTexts } from "./mode-texts";

/** Puts a mode to use for the whole organization, with a way back to the one before. */
export const useApplyMode = (onApplied: () => void) => {
  const change = useChange(updateOrganization, ["organization.get", "me.get"]);
  const put = async (mode: RoutingMode): Promise<boolean> => {
    try {
      await change.run({ body: { routingMode: mode } });
      onApplied();
      return true;
    } catch {
      // The page shows it beside the button.
      return false;
    }
  };
  return {
    busy: change.busy,
    error: change.error,
    run: async (before: RoutingMode, mode: RoutingMode): Promise<void> => {
      if (before === mode || !(await put(mode))) return;
      say(`Routing mode is now ${modeTexts[mode].title}.`, { run: () => put(before) });
    },
  };
};
