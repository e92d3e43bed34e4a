import type { RoutingMode } from "./mode";

/** Requests that one model took and another would have taken. */
export type ReplayChange = {
  readonly mode: RoutingMode;
  /** `provider/model`, here and below. */
  readonly from: string;
  readonly to: string;
  readonly requests: number;
  /** pUSD over those that are priced; negative: costs more. */
  readonly saves: bigint;
};

const sizeOf = ({ saves }: ReplayChange): bigint => (saves < 0n ? -saves : saves);

const textOf = ({ mode, from, to }: ReplayChange): string => `${mode} ${from} ${to}`;

/** Those that matter most to the bill first, whether they lower or raise it. */
const weightierFirst = (a: ReplayChange, b: ReplayChange): number => {
  const [left, right] = [sizeOf(a), sizeOf(b)];
  if (left !== right) return left > right ? -1 : 1;
  return b.requests - a.requests || (textOf(a) < textOf(b) ? -1 : 1);
};

/** Adds up changes by mode and pair of models. */
export const createReplayChanges = () => {
  const changes = new Map<string, ReplayChange>();
  return {
    add: (change: ReplayChange): void => {
      const text = textOf(change);
      const known = changes.get(text);
      changes.set(text, {
        ...change,
        requests: change.requests + (known?.requests ?? 0),
        saves: change.saves + (known?.saves ?? 0n),
      });
    },
    /** So many of each mode at most: going back to the models asked for would crowd out the rest. */
    largest: (count: number): readonly ReplayChange[] => {
      const listed = new Map<RoutingMode, number>();
      return [...changes.values()].sort(weightierFirst).filter(({ mode }) => {
        const place = (listed.get(mode) ?? 0) + 1;
        listed.set(mode, place);
        return place <= count;
      });
    },
  };
};
