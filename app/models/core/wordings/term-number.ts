/** A stem as a number of 32 bits (FNV-1a): two stems share one so seldom that it changes no answer. */
export function termNumber(stem: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stem.length; i++) {
    hash = Math.imul(hash ^ stem.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}
