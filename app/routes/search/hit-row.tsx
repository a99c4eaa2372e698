import type { SerializeFrom } from "@remix-run/node";
import type { SearchHit } from "~/models/feedback/search/results";
import { useWords } from "~/ui/frame";
import { PostRow, type RowProps } from "../list/post-row";
import { Marked } from "./marked";

interface Props extends Pick<RowProps, "places"> {
  hit: SerializeFrom<SearchHit>;
}

/** A row of the list, with what was searched for standing out. */
export function HitRow({ hit, places }: Props) {
  const { snippet } = hit;
  return (
    <PostRow
      post={hit.post}
      places={places}
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
