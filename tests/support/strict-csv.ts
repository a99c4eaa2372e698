/**
 * Reads a CSV text as RFC 4180 has it and not a bit more generously: CRLF ends a record, quotes surround a whole field,
 * a quote within is doubled, and what is not quoted has neither quote, comma, CR nor LF in it. Throws otherwise.
 */
export function strictCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const { cell, end } = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at);
      row.push(cell);
      at = end;
      if (text[at] !== ",") break;
      at += 1;
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`Record ${rows.length + 1} does not end with CRLF: ${at}`);
    at += 2;
    rows.push(row);
    if (row.length !== rows[0]?.length) throw new Error(`Record ${rows.length} has ${row.length} fields.`);
  }
  return rows;
}

function quotedCell(text: string, start: number): { cell: string; end: number } {
  let cell = "";
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else return { cell, end: at + 1 };
  }
  throw new Error(`A quote at ${start} is never closed.`);
}

function bareCell(text: string, start: number): { cell: string; end: number } {
  let end = start;
  while (end < text.length && !',"\r\n'.includes(text[end] ?? "")) end += 1;
  return { cell: text.slice(start, end), end };
}
