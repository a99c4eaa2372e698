import type { SerializeFrom } from "@remix-run/node";
import type { Board } from "~/models/boards/queries.server";
import { everyPost } from "~/models/posts/list-filter";
import type { SearchHit, Segment } from "~/models/search/answer";
import type { Tag } from "~/models/tags/queries.server";
import { useWords } from "~/ui/frame";
import { PostRow } from "../list/post-row";

interface Props {
  hit: SerializeFrom<SearchHit>;
  boards: Board[];
  tags: Tag[];
}

/** A row of the list, with what was searched for standing out. */
export function HitRow({ hit, boards, tags }: Props) {
  const { snippet } = hit;
  return (
    <PostRow
      post={hit.post}
      filter={everyPost}
      boards={boards}
      tags={tags}
      title={<Marked segments={hit.title} />}
      excerpt={
        snippet.segments.length > 0 && (
          <>
            <Origin from={snippet.from} />
            <Marked segments={snippet.segments} />
          </>
        )
      }
    />
  );
}

function Origin({ from }: { from: SearchHit["snippet"]["from"] }) {
  const { t } = useWords();
  if (from === "body") return null;
  return <span className="font-medium">{t(from === "comment" ? "search.inComment" : "search.inDuplicate")} </span>;
}

function Marked({ segments }: { segments: Segment[] }) {
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
