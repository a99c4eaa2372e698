import type { ToldOfPost } from "../posts/news";

/** The team's note on the post mentions the person. */
export interface NoteNews extends ToldOfPost {
  type: "note";
}
