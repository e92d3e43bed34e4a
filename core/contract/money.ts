/** How amounts are written and read: one way for letters, terminals and pages. */
export { exactUsd } from "../money/exact-usd";
export { formatUsd, formatUsdTotal } from "../money/format-usd";
export { InvalidUsdError, parseUsd } from "../money/parse-usd";
