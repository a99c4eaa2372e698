/**
 * Paragraphs of `format=flowed` (RFC 3676) in one line each. Quoted lines are joined within their depth only, and the
 * line above a signature stands alone.
 */
export function unflow(text: string, deletesSpace: boolean): string {
  const paragraphs: { depth: string; pieces: string[] }[] = [];
  let isOpen = false;
  for (const line of text.split("\n")) {
    const depth = /^>*/.exec(line)?.[0] ?? "";
    const content = line.slice(depth.length).replace(/^ /, "");
    const last = paragraphs.at(-1);
    const isSignature = content === "-- ";
    if (last && isOpen && last.depth === depth && !isSignature) last.pieces.push(content);
    else paragraphs.push({ depth, pieces: [content] });
    isOpen = content.endsWith(" ") && !isSignature;
    if (isOpen && deletesSpace) paragraphs.at(-1)?.pieces.push(paragraphs.at(-1)?.pieces.pop()?.slice(0, -1) ?? "");
  }
  return paragraphs.map(({ depth, pieces }) => (depth ? `${depth} ${pieces.join("")}` : pieces.join(""))).join("\n");
}
