import { and, eq, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { postFigures, posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayTriage, staff } from "../../core/users/policy";
import { publicProviders } from "../../core/users/public-mail-providers";
import type { Viewer } from "../../core/users/viewer";
import { listedPosts } from "../../feedback/posts/visible-posts.server";

/** A post with its figures, which are null until they have been counted. For maintainers. */
export async function findRequest(db: Db, viewer: Viewer, number: number) {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const { id, title, kind, status, createdAt, effort } = posts;
  const [found] = await db
    .select({ id, number: posts.number, title, kind, status, createdAt, effort, figures: postFigures })
    .from(posts)
    .leftJoin(postFigures, eq(postFigures.postId, posts.id))
    .where(and(eq(posts.number, number), listedPosts(db, viewer)));
  if (!found) throw new DomainError("notFound");
  return found;
}

const mostNamed = 50;

export interface VotingCompany {
  domain: string;
  name: string | null;
  value: number;
  voters: number;
}

/** Whose people voted for a post, the most valuable first. Reads the post's own votes and nothing else. */
export async function listVotingCompanies(db: Db, postId: string): Promise<VotingCompany[]> {
  const among = (values: readonly string[]) =>
    sql.join(
      values.map((value) => sql`${value}`),
      sql`, `,
    );
  return rows<VotingCompany & Record<string, unknown>>(
    db,
    sql`select d.domain, c.name, coalesce(c.value, 0)::float8 as value, d.voters
      from (
        select split_part(u.email, '@', 2) as domain, count(*)::int as voters
        from votes v cross join lateral (select email, role from users where id = v.user_id limit 1) u
        where v.post_id = ${postId} and u.email is not null and u.role not in (${among(staff)})
        group by 1
      ) d left join companies c on c.domain = d.domain
      where d.domain not in (${among(publicProviders)})
      order by value desc, voters desc, domain limit ${mostNamed}`,
  );
}

export interface VotesOfWeek {
  /** Its Monday. */
  week: string;
  votes: number;
}

/** How many of a post's votes were cast in each week that had any, as UTC counts them. */
export async function listVotesByWeek(db: Db, postId: string): Promise<VotesOfWeek[]> {
  return rows<VotesOfWeek & Record<string, unknown>>(
    db,
    sql`select to_char(date_trunc('week', created_at at time zone 'UTC'), 'YYYY-MM-DD') as week, count(*)::int as votes
      from votes where post_id = ${postId} group by 1 order by 1`,
  );
}
