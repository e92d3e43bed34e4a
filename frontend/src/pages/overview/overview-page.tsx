import { type ComponentProps, Match, Show, Switch } from "solid-js";
import { getSummary } from "../../../../core/contract/usage";
import { useOperation } from "../../api/use-operation";
import { Page } from "../../components/page";
import { PeriodPicker } from "../../components/period-picker";
import { Skeleton } from "../../components/skeleton";
import { CopyLink } from "./copy-link";
import { Figures } from "./figures/figures";
import { NoTraffic } from "./onboarding/no-traffic";
import { TagBanner } from "./onboarding/tag-banner";
import styles from "./overview.module.css";
import { OverviewFilters } from "./overview-filters";
import { firstTrafficMs, refreshMs, useOverview } from "./overview-state";
import { SpendMap } from "./spend-map/spend-map";
import { SpendTrend } from "./spend-trend/spend-trend";
import { TopList } from "./top-list";

const Waiting = (props: ComponentProps<typeof Figures>) => (
  <>
    <Figures {...props} />
    <Skeleton height={446} />
    <Skeleton height={480} />
  </>
);

/** Who spends what, on what, and what was saved. */
export const OverviewPage = () => {
  const overview = useOverview();
  const summary = useOperation(
    getSummary,
    () => ({ query: overview.query() }),
    () => ({
      everyMs: (answer) => (answer?.current.requests === 0 ? firstTrafficMs : refreshMs),
    }),
  );
  const hasNone = () => summary.data?.current.requests === 0;
  const isUntagged = () => summary.data?.tagged === false && summary.data.current.requests > 0;
  return (
    <Page
      title="Overview"
      actions={
        <>
          <PeriodPicker period={overview.period} asOf={summary.data?.asOf} />
          <CopyLink overview={overview} />
        </>
      }
    >
      <OverviewFilters overview={overview} />
      <Switch>
        {/* Which page it is decides itself first, so that nothing moves once it is there. */}
        <Match when={summary.isLoading && !summary.data}>
          <Waiting summary={summary} overview={overview} />
        </Match>
        <Match when={hasNone() && !summary.isStale && !overview.filters.any()}>
          <NoTraffic overview={overview} />
        </Match>
        <Match when={true}>
          <Show when={isUntagged()}>
            <TagBanner />
          </Show>
          <Figures summary={summary} overview={overview} />
          <div class={styles.charts}>
            <SpendMap overview={overview} />
            <SpendTrend overview={overview} />
          </div>
          <div class={styles.tops}>
            <TopList overview={overview} by="customer" title="Top customers" />
            <TopList overview={overview} by="feature" title="Top features" />
          </div>
        </Match>
      </Switch>
    </Page>
  );
};
