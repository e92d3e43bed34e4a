import { createMemo, createSignal, For, Show } from "solid-js";
import { formatUsdTotal } from "../../../../../core/contract/money";
import { Swatch } from "../../../charts/swatch";
import { seriesToken } from "../../../charts/token-color";
import { Button } from "../../../components/button";
import { formatMoneyShare } from "../../../format/share";
import styles from "./spend-map.module.css";
import type { Tile } from "./tiles-of";

/** The first of them fill a phone's screen. */
const fewRanks = 10;

/** The map where there is no room for one: the largest first, each as long as its share. */
export const RankedList = (props: {
  readonly tiles: readonly Tile[];
  readonly whole: string;
  readonly onOpen: (tile: Tile) => void;
}) => {
  const byId = createMemo(() => new Map(props.tiles.map((tile) => [tile.id, tile])));
  const largest = createMemo(() =>
    Math.max(1, ...props.tiles.map(({ totals }) => Number(totals.cost))),
  );
  const [all, setAll] = createSignal(false);
  const ids = () => [...byId().keys()].slice(0, all() ? undefined : fewRanks);
  return (
    <>
      <ol class={styles.ranked}>
        <For each={ids()}>
          {(id) => (
            <Show when={byId().get(id)}>
              {(tile) => (
                <li>
                  <button type="button" class={styles.rank} onClick={() => props.onOpen(tile())}>
                    <Swatch series={tile().color} />
                    <span class={styles.rankName}>{tile().label}</span>
                    <span>{formatUsdTotal(BigInt(tile().totals.cost))}</span>
                    <span class={styles.rankShare}>
                      {formatMoneyShare(tile().totals.cost, props.whole)}
                    </span>
                    <span class={styles.rankTrack} aria-hidden="true">
                      <span
                        class={styles.rankBar}
                        style={{
                          "inline-size": `${(Number(tile().totals.cost) / largest()) * 100}%`,
                          "background-color": `var(${seriesToken(tile().color)})`,
                        }}
                      />
                    </span>
                  </button>
                </li>
              )}
            </Show>
          )}
        </For>
      </ol>
      <Show when={byId().size > fewRanks}>
        <Button look="ghost" onClick={() => setAll(!all())}>
          {all() ? "Show fewer" : `Show all (${byId().size})`}
        </Button>
      </Show>
    </>
  );
};
