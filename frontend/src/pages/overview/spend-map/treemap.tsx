import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { ChartCanvas } from "../../../charts/chart-canvas";
import { ChartTooltip } from "../../../charts/chart-tooltip";
import { loadTreemap } from "../../../charts/load-charts";
import { shownTheme } from "../../../state/theme";
import { tileLines } from "./map-tooltip";
import styles from "./spend-map.module.css";
import { TileButton } from "./tile-button";
import type { Tile } from "./tiles-of";
import { type Place, placesOf, treemapConfig } from "./treemap-config";

type Props = {
  readonly tiles: readonly Tile[];
  /** pUSD of the level. */
  readonly whole: string;
  readonly height: number;
  readonly onOpen: (tile: Tile) => void;
  /** Whoever listens gives back the tile that was looked into; undefined: there is no way up. */
  readonly onUp: () => string | undefined;
};

/** What the canvas shows: tiles and where they lie, of one level and never of two. */
type Drawn = { readonly tiles: readonly Tile[]; readonly places: ReadonlyMap<string, Place> };

/** Tiles that were laid out, by their ids, in the order of their size. */
const useTiles = (drawn: () => Drawn) => {
  const byId = createMemo(() => new Map(drawn().tiles.map((tile) => [tile.id, tile])));
  const find = (id: string | undefined) => {
    const [tile, place] = [byId().get(id ?? ""), drawn().places.get(id ?? "")];
    return tile && place && { tile, place };
  };
  const ids = createMemo(() => [...drawn().places.keys()].filter((id) => byId().has(id)));
  return { find, ids };
};

/** Where the focus goes once another level is drawn. */
type Next = {
  /** undefined: to its first tile. */
  readonly id: string | undefined;
  /** The tiles of the level that is left: some, such as "Untagged", are on each. */
  readonly left: string;
};

const levelOf = (ids: readonly string[]): string => ids.join("\n");

/** Drawn by chart.js; over each tile lies a button, so that all is done by keyboard as well. */
export const Treemap = (props: Props) => {
  let frame: HTMLDivElement | undefined;
  const [drawn, setDrawn] = createSignal<Drawn>({ tiles: [], places: new Map() });
  const [pointed, setPointed] = createSignal<string>();
  const { find, ids } = useTiles(drawn);
  let next: Next | undefined;

  createEffect(
    on(ids, () => {
      if (!next || !frame || levelOf(ids()) === next.left) return;
      const { id } = next;
      const tiles = [...frame.querySelectorAll<HTMLButtonElement>("[data-tile]")];
      const target = tiles.find((tile) => tile.dataset.tile === id) ?? tiles[0];
      if (!target) return;
      next = undefined;
      target.focus({ preventScroll: true });
    }),
  );
  const open = (tile: Tile) => {
    next = { id: undefined, left: levelOf(ids()) };
    setPointed(undefined);
    props.onOpen(tile);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    const left = props.onUp();
    if (left === undefined) return;
    next = { id: `=${left}`, left: levelOf(ids()) };
    setPointed(undefined);
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is heard for all tiles, which are buttons
    <div class={styles.map} ref={frame} onKeyDown={onKeyDown}>
      <ChartCanvas<"treemap">
        load={loadTreemap}
        config={() => treemapConfig(props.tiles, shownTheme())}
        height={props.height}
        onDrawn={(chart) => setDrawn({ tiles: props.tiles, places: placesOf(chart) })}
      />
      <For each={ids()}>
        {(id) => (
          <Show when={find(id)}>
            {(found) => (
              <TileButton
                tile={found().tile}
                place={found().place}
                whole={props.whole}
                onOpen={() => open(found().tile)}
                onPoint={(on) =>
                  setPointed((known) => (on ? id : known === id ? undefined : known))
                }
              />
            )}
          </Show>
        )}
      </For>
      <Show when={pointed()} keyed>
        {(id) => (
          <Show when={find(id)}>
            {(found) => (
              <ChartTooltip
                x={found().place.x + found().place.width / 2}
                y={found().place.y + found().place.height / 2}
                frame={{ width: frame?.clientWidth ?? 0, height: props.height }}
                title={found().tile.label}
                lines={tileLines(found().tile.totals, props.whole)}
              />
            )}
          </Show>
        )}
      </Show>
    </div>
  );
};
