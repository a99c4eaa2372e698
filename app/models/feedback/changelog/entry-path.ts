import { addressPart } from "../../core/text/address-part";
import { slugify } from "../../core/text/slug";

/** The address of an entry: its number finds it, the rest is for people. */
export function entryPath({ number, title }: { number: number; title: string }): string {
  const slug = slugify(title);
  return slug ? `/changelog/${number}/${addressPart(slug)}` : `/changelog/${number}`;
}

/** The list as its address says it; pages of it and single labels have one each. */
export function changelogPath({ label, after }: { label?: string; after?: string } = {}): string {
  const search = new URLSearchParams({ ...(label && { label }), ...(after && { after }) }).toString();
  return search ? `/changelog?${search}` : "/changelog";
}

/** An entry's title as a link, in Markdown. */
export function entryLink(origin: string, entry: { number: number; title: string }): string {
  const title = entry.title.replace(/[\\`*_[\]<>&!~|]/g, "\\$&");
  return `[${title}](${origin}${entryPath(entry)})`;
}
