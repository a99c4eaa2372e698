import { sql } from "drizzle-orm";
import { rebuildIndex } from "~/models/core/search-index/rebuild.server";
import { rebuildSimilar } from "~/models/core/wordings/rebuild-similar.server";
import { refreshFigures } from "~/models/insights/figures/refresh-figures.server";
import { addBoard, addRoadmap, addTag } from "../cast";
import { db } from "../database";
import { articles } from "./articles";
import { desk } from "./desk";
import { entries } from "./entries";
import { importedFiles } from "./imports";
import { mail } from "./mail";
import { series } from "./numbers";
import { people } from "./people";
import { posts } from "./posts";
import { talk } from "./talk";
import { teamwork } from "./teamwork";
import { tickets } from "./tickets";

// A portal of any size, written past the commands, which would take an hour for what is done here in seconds. Row `i`
// of one table goes with row `i` of the others, but post 1 and the member have as much of everything as there is.

export interface Crowd {
  /** Whose posts, votes and news there are most of. */
  memberId: string;
  staffId: string;
  boardId: number;
  /** For staff only; a tenth of all posts. */
  hiddenBoardId: number;
}

/** The boards, tags, roadmap and label that the crowd will need. */
export async function prepareCrowd(people: Pick<Crowd, "memberId" | "staffId">): Promise<Crowd> {
  for (const tag of ["loud", "calm", "odd"]) await addTag(tag);
  await addRoadmap();
  await db.execute(sql`insert into entry_labels (slug, color) values ('new', 'green')`);
  await db.execute(sql`insert into freshdesk_settings (id) values (1)`);
  await db.execute(
    sql`insert into ticket_categories (names, usual_priority, position) values ('{"en": "Questions"}', 'medium', 1)`,
  );
  await db.execute(sql`insert into help_sections (key, slug, icon, position)
    values ('getting_started', 'getting-started', 'flag', 1)`);
  await db.execute(sql`insert into companies (domain, name, value) values ('acme.example', 'Acme', 1000)`);
  return { ...people, boardId: await addBoard(), hiddenBoardId: await addBoard("inside", "staff") };
}

/** Adds what goes with the numbers `from` to `to`; once for each number. */
export async function addCrowd(crowd: Crowd, from: number, to: number): Promise<void> {
  const numbers = series(from, to);
  const statements = [
    people(numbers),
    posts(crowd, numbers),
    talk(crowd, numbers),
    mail(numbers),
    tickets(numbers),
    desk(crowd, numbers),
    entries(crowd.staffId, numbers),
    articles(crowd.staffId, numbers),
    teamwork(crowd, numbers),
    importedFiles(crowd, numbers),
  ];
  for (const statement of statements.flat()) await db.execute(statement);
  await db.execute(sql`update numbering set last = ${to} where name = 'post'`);
  // What is counted below takes many times as long for a database that knows nothing of these.
  await db.execute(sql`analyze posts, votes, follows, comments, events, moves, users`);
  await rebuildIndex(db);
  await rebuildSimilar(db);
  await db.execute(sql`delete from demand_settings`);
  await refreshFigures(db);
  // What the database does by itself after a while: plans should not depend on whether it came to it.
  await db.execute(sql`vacuum analyze`);
}
