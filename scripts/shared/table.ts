type Row = readonly string[];

/**
 * Lines of a table in columns, the first and the last to the left, those between to the right.
 * Every row has as many cells as the header.
 */
export const formatTable = (header: Row, rows: readonly Row[], total?: Row): string[] => {
  const all = [header, ...rows, ...(total ? [total] : [])];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const last = header.length - 1;
  const line = (row: Row) =>
    row
      .map((cell, column) => {
        if (column === last) return cell;
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ");
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [line(header), rule, ...rows.map(line), ...(total ? [rule, line(total)] : [])];
};
