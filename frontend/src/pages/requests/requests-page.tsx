import { useLocation, useNavigate, useParams, useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import { Page } from "../../components/page";
import { PeriodPicker } from "../../components/period-picker";
import { SwitchField } from "../../components/switch-field";
import { ColumnMenu } from "./column-menu";
import { gridColumns } from "./columns";
import { CsvButton } from "./csv-button";
import { RequestPanel } from "./detail/request-panel";
import { FilterBar } from "./filter-bar";
import { ListPart } from "./list-part";
import styles from "./requests-page.module.css";
import { useColumns } from "./use-columns";
import { useLabels } from "./use-labels";
import { useMedia } from "./use-media";
import { useQuestion } from "./use-question";
import { useReading } from "./use-reading";
import { useRequestList } from "./use-request-list";
import { ValueMenu } from "./value-menu";

/** The request that the URL names, and ways to another. */
const useOpened = () => {
  const params = useParams();
  const location = useLocation();
  const navigate = useNavigate();
  const go = (path: string, replace: boolean) =>
    navigate(`/requests${path}${location.search}`, { replace, scroll: false });
  return {
    opened: () => params.request,
    open: (id: string, { replace }: { readonly replace: boolean }) =>
      go(`/${encodeURIComponent(id)}`, replace),
    close: () => go("", false),
  };
};

/** Live unless the URL says otherwise, and as long as the period has not ended. */
const useLive = (hasEnded: () => boolean) => {
  const [search, setSearch] = useSearchParams();
  return {
    live: () => search.live !== "off" && !hasEnded(),
    set: (on: boolean) => setSearch({ live: on ? undefined : "off" }),
  };
};

export const RequestsPage = () => {
  const question = useQuestion();
  const { opened, open, close } = useOpened();
  const hasEnded = createMemo(() => {
    const fixed = question.period.name() === undefined;
    return fixed && question.period.range().to <= Date.now();
  });
  const { live, set: setLive } = useLive(hasEnded);
  const [area, setArea] = createSignal<HTMLElement>();
  const [menuOpen, setMenuOpen] = createSignal(false);
  const inTable = useReading(area);
  const isReading = () => inTable() || menuOpen() || opened() !== undefined;
  const list = useRequestList({ question, live, isReading });
  const labels = useLabels(list.rows);
  const columns = useColumns();
  const isPhone = useMedia("(width < 720px)");
  const covers = useMedia("(width < 1100px)");
  const shown = createMemo(() =>
    gridColumns(isPhone() ? ["at", "used", "cost", "status"] : columns.shown()),
  );
  const moveBy = (by: 1 | -1) => {
    const rows = list.rows();
    const next = rows[rows.findIndex(({ id }) => id === opened()) + by];
    if (next) open(next.id, { replace: true });
  };
  return (
    <Page
      title="Requests"
      fills
      actions={<PeriodPicker period={question.period} asOf={list.first()?.asOf} />}
    >
      <ValueMenu
        onFilter={({ name, value, label }) => {
          labels.remember(name, value, label);
          question.filters.set(name, [value]);
        }}
        onOpenRequest={(id) => open(id, { replace: opened() !== undefined })}
        onOpenChange={setMenuOpen}
      >
        <div class={styles.tools} inert={covers() && opened() !== undefined}>
          <SwitchField
            label="Live"
            checked={live()}
            disabled={hasEnded()}
            onChange={(on) => setLive(on)}
          />
          <FilterBar
            question={question}
            keyName={labels.keyName}
            onLabel={labels.remember}
            seen={labels.seen}
          />
          <div class={styles.right}>
            <Show when={!isPhone()}>
              <ColumnMenu columns={columns} />
            </Show>
            <CsvButton question={question} />
          </div>
        </div>
        <div class={styles.parts}>
          <ListPart
            question={question}
            list={list}
            columns={shown()}
            cards={isPhone()}
            live={live()}
            reading={isReading()}
            covered={covers() && opened() !== undefined}
            opened={opened()}
            onOpen={open}
            onClose={close}
            onArea={setArea}
          />
          <Show when={opened()}>
            {(request) => <RequestPanel request={request()} onMove={moveBy} onClose={close} />}
          </Show>
        </div>
      </ValueMenu>
    </Page>
  );
};
