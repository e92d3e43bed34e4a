import { Money } from "../../components/money";
import { type Column, Table } from "../../components/table";
import { TimeText } from "../../components/time-text";
import styles from "./alerts.module.css";
import type { WindowMinute } from "./window-minutes";

const columns: readonly Column<WindowMinute>[] = [
  {
    id: "minute",
    title: "Minute",
    names: true,
    cell: (minute) => (
      <span>
        <TimeText at={minute.start} look="minute" />
        {minute.isRunning ? " so far" : ""}
      </span>
    ),
  },
  { id: "cost", title: "Spend", end: true, cell: (minute) => <Money pico={String(minute.cost)} /> },
  {
    id: "sum",
    title: "Sum up to it",
    end: true,
    cell: (minute) => <Money pico={String(minute.sum)} total />,
  },
];

/** The window's minutes, newest first. */
export const WindowTable = (props: { readonly minutes: readonly WindowMinute[] }) => (
  <div class={styles.minutes}>
    <Table
      caption="Spend of the last 60 minutes"
      columns={columns}
      rows={[...props.minutes].reverse()}
      plain
    />
  </div>
);
