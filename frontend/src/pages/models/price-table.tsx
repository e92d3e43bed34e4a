import { For, Show } from "solid-js";
import type { ModelAnswer } from "../../../../core/contract/models";
import { Notice } from "../../components/notice";
import { formatCount } from "../../format/count";
import { dayText } from "./day-text";
import styles from "./offer.module.css";
import { priceKinds } from "./price-kinds";
import { RateText, TypicalText } from "./rate-text";

const origin = (source: string, takenOn: string) =>
  source === "override"
    ? `Your own price, set on ${dayText(takenOn)}.`
    : `From ${source}, taken on ${dayText(takenOn)}.`;

/** What each kind of token costs, where that is known from, and since when. */
export const PriceTable = (props: { readonly model: ModelAnswer }) => (
  <section class={styles.part} aria-label="Prices">
    <h3>Prices</h3>
    <Show
      when={props.model.prices}
      fallback={<Notice tone="warning">Unpriced: the catalog knows no price of it.</Notice>}
    >
      {(prices) => (
        <>
          <table class={styles.prices}>
            <caption class="visually-hidden">Prices by kind of token</caption>
            <thead>
              <tr>
                <th scope="col">Tokens</th>
                <th scope="col">per 1K</th>
                <th scope="col">per million</th>
                <Show when={props.model.replaced}>
                  <th scope="col">Catalog, per million</th>
                </Show>
              </tr>
            </thead>
            <tbody>
              <For each={priceKinds}>
                {({ kind, title, otherwise }) => (
                  <tr>
                    <th scope="row">{title}</th>
                    <td>
                      <RateText rate={prices()[kind]} tokens={1_000} unknown={otherwise} />
                    </td>
                    <td>
                      <RateText rate={prices()[kind]} tokens={1_000_000} unknown={otherwise} />
                    </td>
                    <Show when={props.model.replaced}>
                      {(catalog) => (
                        <td>
                          <RateText rate={catalog()[kind]} tokens={1_000_000} unknown={otherwise} />
                        </td>
                      )}
                    </Show>
                  </tr>
                )}
              </For>
              <tr>
                <th scope="row">Typical (500 in + 200 out)</th>
                <td colSpan={props.model.replaced ? 3 : 2} class={styles.typical}>
                  <TypicalText pico={props.model.typical} />
                </td>
              </tr>
            </tbody>
          </table>
          <p class="muted small">
            {origin(prices().source, prices().takenOn)}
            <Show when={prices().dearerAbove}>
              {(tokens) => <> Dearer above {formatCount(tokens())} input tokens.</>}
            </Show>
          </p>
        </>
      )}
    </Show>
  </section>
);
