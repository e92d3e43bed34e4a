import { everyClock, formatTime } from "../format/time";
import { useWorkspace } from "../state/workspace";

/** An instant by the organization's clock; by the viewer's own and UTC on hover. */
export const TimeText = (props: {
  /** ISO text. */
  readonly at: string;
  /** @default "dayTime" */
  readonly look?: "time" | "minute" | "day" | "date" | "dayTime" | "full";
}) => {
  const { organization } = useWorkspace();
  return (
    <time datetime={props.at} title={everyClock(props.at, organization().timeZone)}>
      {formatTime(props.at, organization().timeZone, props.look)}
    </time>
  );
};
