import { createMemo, Match, Show, Switch } from "solid-js";
import { formatUsdTotal } from "../../../../../core/contract/money";
import { Breadcrumbs } from "../../../components/breadcrumbs";
import { ChoiceButtons } from "../../../components/choice-buttons";
import { Answered, Panel } from "../../../components/panel";
import { Skeleton } from "../../../components/skeleton";
import { EmptyState, NoMatch } from "../../../components/states";
import { formatPlural } from "../../../format/count";
import { isNarrow } from "../../../state/narrow";
import { useWorkspace } from "../../../state/workspace";
import type { Overview } from "../overview-state";
import { colorsOf } from "../value-colors";
import type { MapLevel } from "./map-level";
import { MapTable } from "./map-table";
import { RankedList } from "./ranked-list";
import styles from "./spend-map.module.css";
import { type Tile, tilesOf } from "./tiles-of";
import { Treemap } from "./treemap";
import { type SpendMapState, useSpendMap } from "./use-spend-map";

const views = [
  { value: "map", label: "Map" },
  { value: "table", label: "Table" },
] as const;

/** CSS pixels: of the map, and of what stands in its place. */
const height = 320;

const nothingCosts = (level: MapLevel) =>
  level.totals.requests === level.totals.unpriced
    ? "None of these requests has a known price, so there is no spend to draw."
    : "These requests cost nothing, so there is no spend to draw.";

/** One level of the tree as tiles, or as a ranked list where it is narrow. */
const LevelTiles = (props: { readonly level: MapLevel; readonly state: SpendMapState }) => {
  const { organization } = useWorkspace();
  const tiles = createMemo(() => {
    const { name, entries } = props.level;
    const values = entries.map(({ value }) => value);
    return tilesOf(props.level, colorsOf(organization().id, name, values));
  });
  const open = (tile: Tile) =>
    tile.value === undefined ? props.state.showAll() : props.state.open(tile.value);
  const up = () => {
    const path = props.state.path();
    if (path.length > 0) props.state.goTo(path.length - 1);
    return path.at(-1);
  };
  return (
    <Show
      when={!isNarrow()}
      fallback={<RankedList tiles={tiles()} whole={props.level.totals.cost} onOpen={open} />}
    >
      <Treemap
        tiles={tiles()}
        whole={props.level.totals.cost}
        height={height}
        onOpen={open}
        onUp={up}
      />
    </Show>
  );
};

const MapLevelBody = (props: { readonly overview: Overview; readonly state: SpendMapState }) => (
  <Switch>
    <Match when={!props.state.level() || props.state.level()?.totals.requests === 0}>
      <Show
        when={props.overview.filters.any()}
        fallback={<EmptyState title="No traffic in this period." />}
      >
        <NoMatch onClear={() => props.overview.filters.clear()} />
      </Show>
    </Match>
    <Match when={props.state.level()?.totals.cost === "0" && props.state.level()}>
      {(level) => <EmptyState title="No spend.">{nothingCosts(level())}</EmptyState>}
    </Match>
    <Match when={props.state.level()}>
      {(level) => <LevelTiles level={level()} state={props.state} />}
    </Match>
  </Switch>
);

/** Where the money goes: customers, their features, the models of these. */
export const SpendMap = (props: { readonly overview: Overview }) => {
  const state = useSpendMap(props.overview);
  return (
    <Panel
      title="Spend Map"
      actions={
        <ChoiceButtons
          label="Show as"
          value={state.view.get()}
          options={views}
          onChange={state.view.set}
        />
      }
    >
      <div class={styles.place}>
        <Breadcrumbs
          label="Place in the map"
          steps={state.level()?.steps ?? ["All", ...state.path()]}
          onGo={state.goTo}
        />
        <Show when={state.level()}>
          {(level) => (
            <span class={styles.sum}>
              {formatUsdTotal(BigInt(level().totals.cost))} ·{" "}
              {formatPlural(level().entries.length + (level().other?.values ?? 0), level().name)}
            </span>
          )}
        </Show>
      </div>
      <div class={styles.body}>
        <Show
          when={state.view.get() === "map"}
          fallback={
            <MapTable overview={props.overview} name={state.dimension()} onOpen={state.open} />
          }
        >
          <Answered what="spend" asked={state.map} skeleton={<Skeleton height={height} />}>
            {() => <MapLevelBody overview={props.overview} state={state} />}
          </Answered>
        </Show>
      </div>
    </Panel>
  );
};
