import { Show } from "solid-js";
import { Money } from "../../components/money";
import { formatCount, formatPlural } from "../../format/count";
import type { Sums } from "./merge-rows";
import styles from "./strip.module.css";

/** "saved $402.11", also where it is less than nothing, or known of no request. */
const Saved = (props: { readonly sums: Sums }) => (
  <Show
    when={props.sums.unknownSaving < props.sums.requests}
    fallback={<span class="muted">saved —</span>}
  >
    <span>
      saved <Money pico={props.sums.saved} total />
      <Show when={props.sums.saved.startsWith("-")}> (cost more)</Show>
    </span>
  </Show>
);

/** What all requests that match amount to, not those alone that were loaded. */
export const TotalsLine = (props: {
  /** Null: there were too many rows to be looked through. */
  readonly sums: Sums | null;
}) => (
  <Show
    when={props.sums}
    fallback={<span class="muted">totals need fewer rows: narrow the period</span>}
  >
    {(sums) => (
      <span class={styles.totals}>
        <strong>{formatPlural(sums().requests, "request")}</strong>
        <strong>
          <Money pico={sums().cost} total />
        </strong>
        <Saved sums={sums()} />
        <Show when={sums().unpriced > 0}>
          <span class="muted" title="Their price is unknown: they are in no sum of money.">
            {formatCount(sums().unpriced)} unpriced
          </span>
        </Show>
      </span>
    )}
  </Show>
);
