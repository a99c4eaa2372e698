import { type Post, participant, type Size } from "./history";
import { maintainer } from "./people";

/** What rows refer to that is not invented: ids that the database or the people's table gives. */
export interface World {
  size: Size;
  people: string[];
  boards: Record<string, number>;
  tags: number[];
}

/** Who the participant `by` of a post is. */
export const personOf = ({ people, size }: World, post: Post, by: number): string =>
  at(people, participant(post, by, size));

/** Whoever moves posts. */
export const maintainerOf = ({ people }: World): string => at(people, maintainer);

function at(people: string[], place: number): string {
  const id = people[place];
  if (!id) throw new Error(`There are no ${place} people.`);
  return id;
}
