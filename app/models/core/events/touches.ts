/** What an event changes of what visitors see, as far as a page can say that it shows it. */
export type Touch =
  | "all"
  /** Every list. */
  | "lists"
  /** Lists by number of comments. */
  | "lists discussed"
  /** Whatever shows something of this post. */
  | `post ${string}`
  /** Whatever shows articles. */
  | "help"
  /** The list of the articles that are read most. */
  | "most read"
  | Moved;

/** A post's value in one order of the list went from one to another. */
export interface Moved {
  sort: "trending" | "top";
  from: number;
  to: number;
}

interface Happened {
  postId?: string;
}

export const nothing = (): Touch[] => [];
export const everything = (): Touch[] => ["all"];
export const post = ({ postId }: Happened): Touch[] => (postId ? [`post ${postId}`] : ["all"]);
export const listed = (event: Happened): Touch[] => [...post(event), "lists"];
export const help = (): Touch[] => ["help"];
export const discussed = (event: Happened): Touch[] => [...post(event), "lists discussed"];
