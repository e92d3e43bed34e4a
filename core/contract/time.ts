/** The organization's hours and days, cut in the browser as they are where they are counted. */
export { isTimeZone, offsetAt, startOfLocalDay, startOfLocalHour } from "../usage/time-zone";
