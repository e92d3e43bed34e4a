import { Panel } from "../../components/panel";

/** Where no payments are set up there is nothing to choose. */
export const SelfHostedPanel = () => (
  <Panel title="Self-hosted: unlimited">
    <p>
      SmashCost runs in your own account here, and no payments are set up: requests, keys and
      members are counted and never limited. There is nothing to upgrade, cancel or pay.
    </p>
  </Panel>
);
