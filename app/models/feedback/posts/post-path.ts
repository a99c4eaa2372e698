import { addressPart } from "../../core/text/address-part";
import { slugify } from "../../core/text/slug";

/** The address of a post: its number finds it, the rest is for people. */
export function postPath({ number, title }: { number: number; title: string }): string {
  const slug = slugify(title);
  return slug ? `/posts/${number}/${addressPart(slug)}` : `/posts/${number}`;
}
