import { Show } from "solid-js";
import { getAlert, listCrossings } from "../../../../core/contract/alerts";
import { useOperation } from "../../api/use-operation";
import { Page } from "../../components/page";
import { Answered, Panel } from "../../components/panel";
import { Skeleton } from "../../components/skeleton";
import { AlertForm } from "./alert-form";
import { AlertState } from "./alert-state";
import styles from "./alerts.module.css";
import { CrossingsPanel } from "./crossings-panel";
import { MonitoringPanel } from "./monitoring-panel";
import { WindowPanel } from "./window-panel";

const everyMs = 15_000;
const nothing = () => ({});
const live = () => ({ everyMs });

/** The spend alert: what it is set to, what it says, and when it fired. */
export const AlertsPage = () => {
  const alert = useOperation(getAlert, nothing, live);
  const crossings = useOperation(listCrossings, nothing, live);
  return (
    <Page
      title="Spend alerts"
      lead="Get an email when your AI spend exceeds a threshold in any rolling 60-minute window. Set to 0 to disable."
    >
      <div class={styles.grid}>
        <Panel
          title="Alert"
          actions={
            <Show when={alert.data}>
              {(data) => (
                <span role="status">
                  <AlertState alert={data()} />
                </span>
              )}
            </Show>
          }
        >
          <Answered what="the alert" asked={alert} skeleton={<Skeleton height={344} />}>
            {(data) => <AlertForm alert={data()} />}
          </Answered>
        </Panel>
        <div class={styles.window}>
          <WindowPanel alert={alert} />
        </div>
        <div class={styles.whole}>
          <CrossingsPanel crossings={crossings} />
        </div>
        <div class={styles.whole}>
          <MonitoringPanel alert={alert} />
        </div>
      </div>
    </Page>
  );
};
