import { Match, Switch } from "solid-js";
import { listRequests } from "../../../../core/contract/requests";
import { startOfLocalDay } from "../../../../core/contract/time";
import { useOperation } from "../../api/use-operation";
import { Button, LinkButton } from "../../components/button";
import { SkeletonLines } from "../../components/skeleton";
import { EmptyState } from "../../components/states";
import { formatTime } from "../../format/time";
import type { Period, PeriodName } from "../../state/period";

const noneIn: Readonly<Record<PeriodName, string>> = {
  "24h": "None in 24 hours.",
  today: "None today.",
  "7d": "None in 7 days.",
  month: "None this month.",
  "30d": "None in 30 days.",
  "90d": "None in 90 days.",
};

const dayMs = 86_400_000;
/** As far back as the API looks at once. */
const farthestMs = 399 * dayMs;

/** No request in the period: when the last one was, before it or since, and a way to it. */
export const EmptyRequests = (props: { readonly period: Period }) => {
  const zone = () => props.period.timeZone();
  const openedAt = Date.now();
  const last = useOperation(listRequests, () => {
    // Also after a period that is over: none in it does not mean that there never was one.
    const to = Math.max(props.period.range().to, openedAt);
    const from = new Date(to - farthestMs).toISOString();
    return { query: { from, to: new Date(to).toISOString(), limit: "1" } };
  });
  const found = () => last.data?.rows[0]?.at;
  const none = () => {
    const name = props.period.name();
    return name ? noneIn[name] : "None in this period.";
  };
  const showDay = (at: string) => {
    const from = startOfLocalDay(zone(), Date.parse(at));
    // A day may have 25 hours.
    props.period.fix({ from, to: startOfLocalDay(zone(), from + 26 * 3_600_000) });
  };
  return (
    <Switch fallback={<EmptyState title={none()} />}>
      <Match when={last.isLoading}>
        <div aria-busy="true">
          <SkeletonLines lines={3} height={24} />
        </div>
      </Match>
      <Match when={found()}>
        {(at) => (
          <EmptyState
            title={`${none()} Last: ${formatTime(at(), zone(), "day")}.`}
            actions={<Button onClick={() => showDay(at())}>Show it</Button>}
          />
        )}
      </Match>
      <Match when={last.data}>
        <EmptyState
          title="No requests yet."
          actions={<LinkButton href="/keys">API keys</LinkButton>}
        >
          Send one with a SmashCost key; it appears here within seconds.
        </EmptyState>
      </Match>
    </Switch>
  );
};
