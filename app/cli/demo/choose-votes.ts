import type { Chance } from "./chance";
import type { Handle } from "./people";
import type { Story } from "./story";

export interface Vote {
  by: Handle;
  at: Date;
}

interface Poll {
  story: Story;
  /** Who may see the post, and since when they are here. */
  voters: { by: Handle; joined: Date }[];
  from: Date;
  until: Date;
  chance: Chance;
}

/** As many votes as the story has with that of its author, most of them early; those who talk about a post rather vote for it. */
export function chooseVotes({ story, voters, from, until, chance }: Poll): Vote[] {
  const talking = new Set<Handle>(story.since?.map(({ by }) => by));
  return voters
    .filter(({ by, joined }) => by !== story.by && joined < until)
    .map((voter) => ({ ...voter, order: chance.number() * (talking.has(voter.by) ? 0.3 : 1) }))
    .sort((a, b) => a.order - b.order)
    .slice(0, story.votes - 1)
    .map(({ by, joined }) => {
      const start = Math.max(from.getTime(), joined.getTime());
      const wait = (until.getTime() - start) * chance.number() ** 3;
      return { by, at: new Date(start + wait) };
    });
}
