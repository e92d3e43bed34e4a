const longest = 100;

/** A name from outside, fit for a header and for one line of a log: ASCII, at most 100 characters. */
export const printable = (name: string): string => {
  const shown = name.slice(0, longest).replace(/[^ -~]/g, "?");
  return name.length > longest ? `${shown}...` : shown;
};
