import { For, Index } from "solid-js";
import type { Asked } from "../../../api/use-operation";
import { Answered } from "../../../components/panel";
import { Skeleton } from "../../../components/skeleton";
import { formatTime } from "../../../format/time";
import type { Overview } from "../overview-state";
import { FigureCard } from "./figure-card";
import styles from "./figures.module.css";
import { figuresOf, type Summary } from "./figures-of";

const titles = ["Spend", "Saved", "Requests", "Error rate", "p95 latency"];

const Waiting = () => (
  <>
    <ul class={styles.figures}>
      <For each={titles}>
        {(title) => (
          <li class={styles.card}>
            <span class={styles.title}>{title}</span>
            <Skeleton height={36} width="70%" />
            <Skeleton height={20} width="50%" />
            <span class={styles.note} />
          </li>
        )}
      </For>
    </ul>
    <p class={styles.against}>&nbsp;</p>
  </>
);

/** What the period came to. */
export const Figures = (props: {
  readonly summary: Asked<Summary>;
  readonly overview: Overview;
}) => (
  <section aria-label="Key figures">
    <Answered what="the key figures" asked={props.summary} skeleton={<Waiting />}>
      {(summary) => {
        const at = (instant: string) =>
          formatTime(instant, summary().previousPeriod.timeZone, "minuteOfDay");
        return (
          <>
            <ul class={styles.figures}>
              {/* By place: what has the focus keeps it when figures are asked for anew. */}
              <Index each={figuresOf(summary(), props.overview)}>
                {(figure) => <FigureCard figure={figure()} />}
              </Index>
            </ul>
            <p class={styles.against}>
              Changes are against {at(summary().previousPeriod.from)} –{" "}
              {at(summary().previousPeriod.to)}.
            </p>
          </>
        );
      }}
    </Answered>
  </section>
);
