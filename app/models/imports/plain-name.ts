/** A name without case, spaces, underscores, hyphens and other signs: how names from elsewhere are compared. */
export function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
