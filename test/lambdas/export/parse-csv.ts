/** Cells of RFC 4180, read by hand: quotes doubled, lines ended by CRLF. */
const cellsOf = (text: string): readonly (readonly string[])[] => {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    if (end === "" && quoted === undefined && plain === "") break;
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
};

/** Rows by the names of the header. */
export const parseCsv = (text: string): readonly Readonly<Record<string, string>>[] => {
  const [header = [], ...rows] = cellsOf(text);
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
};

/** Dollars in decimals as whole pUSD; an empty cell adds nothing. */
export const parsePicoUsd = (text: string): bigint => {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const size = BigInt(whole || "0") * 10n ** 12n + BigInt(fraction.padEnd(12, "0"));
  return sign === "-" ? -size : size;
};
