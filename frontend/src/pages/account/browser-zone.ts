import { isTimeZone } from "../../../../core/contract/time";
import { viewerZone } from "../../format/time";

/** The time zone of whoever looks at the page, where the product knows it. */
export const browserZone = (): string => (isTimeZone(viewerZone()) ? viewerZone() : "UTC");
