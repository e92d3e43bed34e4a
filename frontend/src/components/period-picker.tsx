import CalendarDays from "lucide-solid/icons/calendar-days";
import { createSignal, For, Show } from "solid-js";
import { endOfDate, startOfDate } from "../format/local-date";
import { everyClock, formatTime, formatZone } from "../format/time";
import { type Period, periodLabels, periodNames } from "../state/period";
import { Button } from "./button";
import styles from "./period-picker.module.css";
import { Popover } from "./popover";
import { TextField } from "./text-field";

/** From one date to another, both included. */
const CustomPeriod = (props: { readonly period: Period; readonly onDone: () => void }) => {
  const [from, setFrom] = createSignal("");
  const [to, setTo] = createSignal("");
  const [error, setError] = createSignal<string>();
  const apply = (event: Event) => {
    event.preventDefault();
    const zone = props.period.timeZone();
    const start = startOfDate(zone, from());
    const end = endOfDate(zone, to());
    if (start === undefined || end === undefined) setError("Pick both dates.");
    else if (end <= start) setError("The last day is before the first.");
    else {
      props.period.fix({ from: start, to: end });
      props.onDone();
    }
  };
  return (
    <form class={styles.custom} onSubmit={apply}>
      <TextField label="First day" name="from" type="date" value={from()} onInput={setFrom} />
      <TextField
        label="Last day"
        name="to"
        type="date"
        value={to()}
        onInput={setTo}
        error={error()}
      />
      <Button type="submit" look="primary">
        Show these days
      </Button>
    </form>
  );
};

/** Which period a page shows, by whose clock, and when that was asked for. */
export const PeriodPicker = (props: {
  readonly period: Period;
  /** ISO text: what the figures are as of. */
  readonly asOf?: string | undefined;
}) => {
  const [open, setOpen] = createSignal(false);
  const zone = () => props.period.timeZone();
  const label = () => {
    const name = props.period.name();
    if (name) return periodLabels[name];
    const { from, to } = props.period.range();
    return `${formatTime(from, zone(), "day")} – ${formatTime(to - 1, zone(), "day")}`;
  };
  return (
    <div class={styles.bar}>
      <Popover
        label={`Period: ${label()}`}
        trigger={
          <>
            <CalendarDays size={16} aria-hidden="true" />
            {label()}
          </>
        }
        open={open()}
        onOpenChange={setOpen}
      >
        <div class={styles.custom}>
          <div class={styles.choices}>
            <For each={periodNames}>
              {(name) => (
                <Button
                  look={props.period.name() === name ? "primary" : "plain"}
                  onClick={() => {
                    props.period.choose(name);
                    setOpen(false);
                  }}
                >
                  {periodLabels[name]}
                </Button>
              )}
            </For>
          </div>
          <CustomPeriod period={props.period} onDone={() => setOpen(false)} />
        </div>
      </Popover>
      <span class={styles.zone}>
        {formatZone(zone(), props.period.range().to)}
        <Show when={props.asOf}>
          {(at) => (
            <>
              {" · "}
              <time datetime={at()} title={everyClock(at(), zone())}>
                as of {formatTime(at(), zone(), "time")}
              </time>
            </>
          )}
        </Show>
      </span>
    </div>
  );
};
