import { Match, Switch } from "solid-js";
import type { AlertAnswer } from "../../../../core/contract/alerts";
import { formatUsdTotal } from "../../../../core/contract/money";
import { Badge } from "../../components/badge";
import { TimeText } from "../../components/time-text";
import { picoOf } from "../../format/typed-usd";

const dayMs = 24 * 60 * 60_000;

/** Armed, fired or off: by word and shape. */
export const AlertState = (props: { readonly alert: AlertAnswer }) => {
  const threshold = () => formatUsdTotal(picoOf(props.alert.thresholdMicroUsd));
  const isOld = (at: string) => Date.now() - Date.parse(at) > dayMs;
  return (
    <Switch fallback={<Badge tone="neutral">Off</Badge>}>
      <Match when={props.alert.state === "fired" && props.alert.firedAt}>
        {(at) => (
          <Badge tone="danger">
            <span>
              Fired <TimeText at={at()} look={isOld(at()) ? "dayTime" : "minute"} />, re-arms below{" "}
              {threshold()}
            </span>
          </Badge>
        )}
      </Match>
      <Match when={props.alert.state === "armed"}>
        <Badge tone="success">Armed</Badge>
      </Match>
    </Switch>
  );
};
