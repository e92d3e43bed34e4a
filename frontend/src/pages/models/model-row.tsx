import { A, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import type { ModelAnswer } from "../../../../core/contract/models";
import { providerLabel } from "../../../../core/contract/provider-label";
import { SwitchField } from "../../components/switch-field";
import { useMayAct } from "../../state/use-may-act";
import { dayText } from "./day-text";
import { ModelStatus } from "./model-status";
import styles from "./models.module.css";
import { RateText, TypicalText } from "./rate-text";
import { statusLabels } from "./status-labels";

/** The page's address with a model's details open. */
const useDetailsHref = () => {
  const location = useLocation();
  return (offer: string) => {
    const search = new URLSearchParams(location.search);
    search.set("offer", offer);
    return `${location.pathname}?${search.toString()}`;
  };
};

/** Whether an offer may be chosen, at the organization's wish. */
export const ModelSwitch = (props: {
  readonly model: ModelAnswer;
  readonly onSwitch: (models: readonly ModelAnswer[], enabled: boolean) => Promise<void>;
  readonly label?: string;
}) => {
  const mayAct = useMayAct();
  return (
    <SwitchField
      label={props.label ?? `Use ${props.model.offer}`}
      hideLabel={props.label === undefined}
      checked={props.model.enabled}
      disabledBecause={
        props.model.status === "retired" ? "Its provider no longer serves it." : mayAct("admin")
      }
      onChange={(enabled) => void props.onSwitch([props.model], enabled)}
    />
  );
};

export const ModelRow = (props: {
  readonly model: ModelAnswer;
  /** Among all rows, the head's being 1. */
  readonly place: number;
  readonly onSwitch: (models: readonly ModelAnswer[], enabled: boolean) => Promise<void>;
}) => {
  const details = useDetailsHref();
  return (
    <tr class={styles.row} aria-rowindex={props.place} data-offer={props.model.offer}>
      <th scope="row" class={styles.model}>
        <A href={details(props.model.offer)} noScroll class={styles.name ?? ""}>
          {props.model.name}
        </A>
        <span class={styles.id} title={props.model.offer}>
          <span class={styles.phoneStatus}>{statusLabels[props.model.status]} · </span>
          {props.model.offer}
        </span>
      </th>
      <td class={styles.provider}>{providerLabel(props.model.provider)}</td>
      <td class={`${styles.input} ${styles.end}`}>
        <RateText rate={props.model.prices?.input} tokens={1_000} />
      </td>
      <td class={`${styles.output} ${styles.end}`}>
        <RateText rate={props.model.prices?.output} tokens={1_000} />
      </td>
      <td class={`${styles.typical} ${styles.end}`}>
        <TypicalText pico={props.model.typical} />
        <Show when={props.model.overridden}>
          <span class={styles.own}>your price</span>
        </Show>
      </td>
      <td class={styles.updated}>{dayText(props.model.updatedOn)}</td>
      <td class={styles.status}>
        <ModelStatus status={props.model.status} />
      </td>
      <td class={styles.switch}>
        <ModelSwitch model={props.model} onSwitch={props.onSwitch} />
      </td>
    </tr>
  );
};
