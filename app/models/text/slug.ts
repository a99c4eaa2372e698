/** The readable part of an address: letters and digits of any script, at most 60 characters, maybe empty. */
export function slugify(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{M}(?<=\p{Script=Latin}\p{M}+)/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
}
