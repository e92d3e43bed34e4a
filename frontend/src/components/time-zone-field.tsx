import { isTimeZone } from "../../../core/contract/time";
import { formatOffset, formatTime } from "../format/time";
import { SuggestField } from "./suggest-field";

const zones = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].map((value) => ({
  value,
}));

/** An IANA time zone, found by a part of its name; the time of its clock shows that it is the right one. */
export const TimeZoneField = (props: {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error?: string | undefined;
}) => {
  const hint = () => {
    const zone = props.value.trim();
    if (!isTimeZone(zone)) return "Type a city: Berlin, New_York, Kolkata";
    const now = Date.now();
    return `It is ${formatTime(now, zone, "minute")} there (${formatOffset(zone, now)}). Days are counted by this clock.`;
  };
  return (
    <SuggestField
      label="Time zone"
      name="timeZone"
      value={props.value}
      onInput={props.onInput}
      options={zones}
      hint={hint()}
      error={props.error}
    />
  );
};
