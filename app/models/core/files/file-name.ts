import { cleanLine } from "../text/clean";

/** The name of a file without folders, short enough for any disk and without signs that deceive. */
export function fileNameOf(sent: string): string {
  const name = cleanLine(sent.split(/[/\\]/).at(-1) ?? "").replace(/^\.+/, "");
  // Its end is what people tell files by.
  return name.slice(-100).toWellFormed() || "file";
}
