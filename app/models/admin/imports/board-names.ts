/** `facebook/react`, as repositories are called. */
const ownerAndName = /^[^\s/]+(?:\/[^\s/]+)+$/;

/**
 * What the boards of a file are called here: `owner/name` becomes `name`, unless another board of the file
 * would then have the same.
 */
export function boardNames(originals: Iterable<string>): Map<string, string> {
  const distinct = [...new Set(originals)];
  const claims = new Map<string, number>();
  for (const original of distinct) {
    const short = shortName(original).toLowerCase();
    claims.set(short, (claims.get(short) ?? 0) + 1);
  }
  const isUnique = (original: string) => claims.get(shortName(original).toLowerCase()) === 1;
  return new Map(distinct.map((original) => [original, isUnique(original) ? shortName(original) : original]));
}

function shortName(original: string): string {
  return ownerAndName.test(original) ? (original.split("/").at(-1) ?? original) : original;
}
