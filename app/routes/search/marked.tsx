import type { Segment } from "~/models/feedback/search/results";

/** A text in which what was searched for stands out. */
export function Marked({ segments }: { segments: Segment[] }) {
  // Pieces of one text have no other identity than their place in it.
  return segments.map(({ text, isHit }, place) => {
    const key = `${place}`;
    return isHit ? (
      <mark key={key} className="rounded-xs bg-accent-soft text-ink">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
