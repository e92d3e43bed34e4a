const seriesCount = 10;

/** A short fingerprint (FNV-1a, 32 bits), so that no name of a customer is kept in the browser. */
const fingerprint = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ unit, 0x01000193) >>> 0;
  }
  return hash.toString(36);
};

type Known = Record<string, number>;

const nameOf = (organization: string, dimension: string) =>
  `smashcost.colors.${organization}.${dimension}`;

const read = (name: string): Known => {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(name) ?? "{}");
    return typeof parsed === "object" && parsed !== null ? (parsed as Known) : {};
  } catch {
    return {};
  }
};

/**
 * Gives each value of a dimension a color of its own, 1 to 10, and remembers it in this browser: a
 * name keeps its color under any filter and after a reload. Names that are drawn together first
 * take different colors as long as there are any.
 *
 * @param values - as they are drawn, the largest first.
 * @returns numbers of `--series-N`.
 */
export const seriesColors = (
  organization: string,
  dimension: string,
  values: readonly string[],
): ReadonlyMap<string, number> => {
  const name = nameOf(organization, dimension);
  const known = read(name);
  const uses = Array.from({ length: seriesCount }, () => 0);
  for (const color of Object.values(known)) uses[color - 1] = (uses[color - 1] ?? 0) + 1;
  const given = new Map<string, number>();
  for (const value of values) {
    const mark = fingerprint(value);
    let color = known[mark];
    if (color === undefined) {
      color = uses.indexOf(Math.min(...uses)) + 1;
      known[mark] = color;
      uses[color - 1] = (uses[color - 1] ?? 0) + 1;
    }
    given.set(value, color);
  }
  localStorage.setItem(name, JSON.stringify(known));
  return given;
};
