import { Show } from "solid-js";
import type { ModelAnswer } from "../../../../core/contract/models";
import { providerLabel } from "../../../../core/contract/provider-label";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { ModelFacts } from "./model-facts";
import { ModelSwitch } from "./model-row";
import { ModelStatus } from "./model-status";
import styles from "./offer.module.css";
import { OwnPrice } from "./own-price";
import { PriceTable } from "./price-table";
import { statusMeanings } from "./status-labels";

const Details = (props: {
  readonly model: ModelAnswer;
  readonly onSwitch: (models: readonly ModelAnswer[], enabled: boolean) => Promise<void>;
}) => (
  <>
    <div class={styles.state}>
      <div>
        <ModelStatus status={props.model.status} />
        <p class="muted small">{statusMeanings[props.model.status]}</p>
      </div>
      <ModelSwitch model={props.model} onSwitch={props.onSwitch} label="Use this model" />
    </div>
    <PriceTable model={props.model} />
    <OwnPrice model={props.model} />
    <ModelFacts model={props.model} />
  </>
);

/** Everything that is known of one model at one provider; its address is the page's with `?offer=`. */
export const OfferDialog = (props: {
  readonly offer: string;
  /** undefined: the catalog has none of that name. */
  readonly model: ModelAnswer | undefined;
  readonly onClose: () => void;
  readonly onSwitch: (models: readonly ModelAnswer[], enabled: boolean) => Promise<void>;
}) => (
  <Dialog
    open
    wide
    onClose={props.onClose}
    title={props.model?.name ?? "No such model"}
    description={
      <>
        <code>{props.offer}</code>
        <Show when={props.model} fallback=" is not in the catalog.">
          {(model) => <> at {providerLabel(model().provider)}</>}
        </Show>
      </>
    }
    actions={<Button onClick={() => props.onClose()}>Close</Button>}
  >
    <Show when={props.model}>
      {(model) => <Details model={model()} onSwitch={props.onSwitch} />}
    </Show>
  </Dialog>
);
