import { Show } from "solid-js";
import { formatUsdTotal } from "../../../../../core/contract/money";
import { seriesInk } from "../../../charts/token-color";
import { formatMoneyShare } from "../../../format/share";
import { shownTheme } from "../../../state/theme";
import styles from "./spend-map.module.css";
import { requestsText, type Tile } from "./tiles-of";
import type { Place } from "./treemap-config";

/** A tile as what it is to hand and keyboard: a button, with as much text as it has room for. */
export const TileButton = (props: {
  readonly tile: Tile;
  readonly place: Place;
  /** pUSD of the level. */
  readonly whole: string;
  readonly onOpen: () => void;
  readonly onPoint: (pointed: boolean) => void;
}) => {
  const spend = () => formatUsdTotal(BigInt(props.tile.totals.cost));
  const share = () => formatMoneyShare(props.tile.totals.cost, props.whole);
  const fits = (width: number, height: number) =>
    props.place.width >= width && props.place.height >= height;
  return (
    <button
      type="button"
      class={styles.tile}
      data-tile={props.tile.id}
      aria-label={`${props.tile.label}: ${spend()}, ${share()}, ${requestsText(props.tile.totals)}`}
      style={{
        translate: `${props.place.x}px ${props.place.y}px`,
        "inline-size": `${props.place.width}px`,
        "block-size": `${props.place.height}px`,
        color: seriesInk(props.tile.color, shownTheme()),
      }}
      onClick={() => props.onOpen()}
      onPointerEnter={() => props.onPoint(true)}
      onPointerLeave={() => props.onPoint(false)}
      onFocus={() => props.onPoint(true)}
      onBlur={() => props.onPoint(false)}
    >
      <Show when={fits(56, 22)}>
        <span class={styles.tileName}>{props.tile.label}</span>
      </Show>
      <Show when={fits(88, 40)}>
        <span class={styles.tileText}>
          {spend()}
          <Show when={fits(132, 40)}> · {share()}</Show>
        </span>
      </Show>
    </button>
  );
};
