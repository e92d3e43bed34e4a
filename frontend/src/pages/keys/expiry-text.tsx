import { Show } from "solid-js";
import { dateAt, endOfDate } from "../../format/local-date";
import { everyClock, formatTime } from "../../format/time";
import { useWorkspace } from "../../state/workspace";

/** When a key expires: the last day where it is to a day's end, else the instant. */
export const ExpiryText = (props: {
  /** ISO text; null: never. */
  readonly at: string | null;
}) => {
  const { organization } = useWorkspace();
  const words = (text: string): string => {
    const { timeZone } = organization();
    const at = Date.parse(text);
    const lastDay = dateAt(timeZone, at - 1);
    const isDaysEnd = endOfDate(timeZone, lastDay) === at;
    const shown = isDaysEnd
      ? formatTime(at - 1, timeZone, "date")
      : formatTime(at, timeZone, "full");
    // A narrow column breaks before the year.
    return shown.replace(" ", "\u00a0");
  };
  return (
    <Show when={props.at} fallback={<span class="muted">Never</span>}>
      {(at) => (
        <time datetime={at()} title={everyClock(at(), organization().timeZone)}>
          {words(at())}
        </time>
      )}
    </Show>
  );
};
