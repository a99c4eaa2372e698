/** A table that reads well as it is, and is Markdown. The first `words` columns are words, the rest numbers. */
export function table(header: string[], rows: string[][], words = 1): string {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => (row[column] ?? "").length)));
  const cell = (text: string, column: number) => {
    const width = widths[column] ?? 0;
    return column < words ? text.padEnd(width) : text.padStart(width);
  };
  const line = (cells: string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const rule = widths.map((width, column) => (column < words ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [header, rule, ...rows].map(line).join("\n");
}
