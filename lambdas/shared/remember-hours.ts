import type { OrganizationId } from "../../core/ids";
import { blocksOf, type CellBlock, requestsIn } from "../../core/usage/cells/cell-block";
import type { MarkedHour } from "../../core/usage/cells/marked-hours";
import { type CellSources, isPacked, readPacked } from "./read-packed";

type Blocks = readonly CellBlock[];
type Hours = readonly MarkedHour[];

const dayMs = 86_400_000;
const readsAtOnce = 16;

/** Hours that are read together: those of one packed day, and others by UTC day. */
const lotsOf = (hours: Hours): readonly Hours[] => {
  const lots = new Map<string, MarkedHour[]>();
  for (const hour of hours) {
    const { start, day } = hour;
    const name =
      day && isPacked(day) ? `packed ${day.start}` : `plain ${Math.floor(start / dayMs)}`;
    lots.set(name, [...(lots.get(name) ?? []), hour]);
  }
  return [...lots.values()];
};

/** Reads hours' cells, each from the memory, from its day's pack, or from its buckets. */
export const createHourReader = (sources: CellSources) => {
  const { memory, consistent } = sources;

  const readBuckets = async (organization: OrganizationId, hours: Hours): Promise<Blocks> => {
    const starts = hours.map(({ start }) => start);
    const period = { organization, from: Math.min(...starts), to: Math.max(...starts) + 1 };
    return blocksOf(await consistent.totals(period, "hour"));
  };

  const readLot = async (organization: OrganizationId, lot: Hours): Promise<Blocks> => {
    const day = lot[0]?.day;
    const packed = (day && (await readPacked(sources, day, "hour"))) ?? [];
    const requests = new Map(packed.map((block) => [block.start, requestsIn(block)]));
    const others = lot.filter((hour) => requests.get(hour.start) !== hour.requests);
    if (others.length === 0) return packed;
    const without = new Set(others.map(({ start }) => start));
    const read = await readBuckets(organization, others);
    return [
      ...packed.filter(({ start }) => !without.has(start)),
      ...read.filter(({ start }) => without.has(start)),
    ];
  };

  return async (organization: OrganizationId, hours: Hours): Promise<Blocks> => {
    const nameOf = ({ start }: MarkedHour): string => `${organization} hour ${start}`;
    const found = new Map<number, Promise<Blocks>>();
    const missing = hours.filter((hour) => {
      const known = memory.find(nameOf(hour), hour.requests);
      if (known) found.set(hour.start, known);
      return !known;
    });
    const lots = lotsOf(missing);
    for (let first = 0; first < lots.length; first += readsAtOnce) {
      const reads = lots.slice(first, first + readsAtOnce).map((lot) => {
        const reading = readLot(organization, lot);
        for (const hour of lot) {
          const own = reading.then((blocks) => blocks.filter(({ start }) => start === hour.start));
          found.set(hour.start, memory.keep(nameOf(hour), hour.requests, own));
        }
        return reading;
      });
      await Promise.all(reads);
    }
    return (await Promise.all(hours.flatMap(({ start }) => found.get(start) ?? []))).flat();
  };
};
