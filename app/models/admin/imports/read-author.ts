import { z } from "zod";
import { cleanLine } from "../../core/text/clean";
import { clip } from "../../core/text/clip.js";
import * as field from "../../core/text/fields";

const address = field.email();
const addressInName = /[<(]?(?<![^\s<>()])([^\s<>()@]+@[^\s<>()]+)[>)]?/;

/** Characters; what is longer is neither a name nor an address. */
const longest = 1000;

/**
 * Who wrote a post, from what stands in the columns for name and e-mail address. An address that stands
 * in a name is taken out of it: names are public.
 */
export function readAuthor(nameCell: string, emailCell: string): { name?: string; email?: string } {
  const written = clip(cleanLine(nameCell), longest);
  const name = written.replace(addressInName, "").trim();
  const email = readAddress(emailCell) ?? readAddress(addressInName.exec(written)?.[1] ?? "");
  return { name: name || undefined, email };
}

function readAddress(text: string): string | undefined {
  return z.safeParse(address, text).data;
}
