import { createSignal } from "solid-js";
import type { RoutingMode } from "../../../../core/contract/routing-mode";
import { Page } from "../../components/page";
import { ModeChooser } from "./mode-chooser";
import { Simulator } from "./simulator";
import { useSimulation } from "./use-simulation";

/** How far the router may go, and what that would have meant for the traffic there was. */
export const RoutingPage = () => {
  const [chosen, choose] = createSignal<RoutingMode>();
  const simulation = useSimulation();
  return (
    <Page
      title="Routing Mode"
      lead="Controls how aggressively the router optimises for cost vs. quality on every request."
    >
      <ModeChooser chosen={chosen()} onChoose={choose} simulation={simulation} />
      <Simulator simulation={simulation} chosen={chosen()} />
    </Page>
  );
};
