import { Panel } from "../../components/panel";
import styles from "./plan.module.css";

/** Where no payments are set up there is nothing to choose. */
export const SelfHostedPanel = () => (
  <Panel title="Self-hosted: unlimited">
    <div class={styles.words}>
      <p>
        SmashCost runs in your own account, and no payments are set up here: requests, keys and
        members are counted and never limited, and nothing is to be paid.
      </p>
      <p class="muted">
        Whoever offers SmashCost to others sets up payments (docs/plans.md) and gets the plans on
        this page, in these words: <span>Upgrade anytime. Cancel anytime.</span>
      </p>
    </div>
  </Panel>
);
