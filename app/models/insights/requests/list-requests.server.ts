import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, postFigures, posts, tags } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayTriage, staff } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { statusesIn } from "../../feedback/posts/lifecycle";
import { statusesOf } from "../../feedback/posts/list-filter";
import { listedPosts } from "../../feedback/posts/visible-posts.server";
import { type RequestFilter, type RequestSort, readPlace } from "./request-filter";

const pageLength = 50;

const sortable = {
  score: postFigures.score,
  votes: postFigures.votes,
  companies: postFigures.companies,
  value: postFigures.value,
  tickets: postFigures.tickets,
  recent: postFigures.votesRecent,
  trend: postFigures.trend,
  comments: postFigures.comments,
  posted: postFigures.posted,
  effort: postFigures.effort,
} as const satisfies Record<RequestSort, unknown>;

const columns = {
  number: posts.number,
  title: posts.title,
  kind: posts.kind,
  status: posts.status,
  createdAt: posts.createdAt,
  votes: postFigures.votes,
  comments: postFigures.comments,
  companies: postFigures.companies,
  value: postFigures.value,
  tickets: postFigures.tickets,
  votesRecent: postFigures.votesRecent,
  votesBefore: postFigures.votesBefore,
  trend: postFigures.trend,
  effort: postFigures.effort,
  score: postFigures.score,
  posted: postFigures.posted,
};

export type RequestRow = Awaited<ReturnType<typeof listRequests>>["requests"][number];

/** A page of posts with their figures; `next` is where the page after it begins. For maintainers. */
export async function listRequests(db: Db, viewer: Viewer, filter: RequestFilter) {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const column = sortable[filter.sort];
  const place = readPlace(filter.after, column.columnType !== "PgDoublePrecision");
  const turn = filter.dir === "asc" ? asc : desc;
  const further = sql.raw(filter.dir === "asc" ? ">" : "<");
  const found = await db
    .select({ ...columns, sorted: sql<number>`${column}` })
    .from(postFigures)
    .innerJoin(posts, eq(posts.id, postFigures.postId))
    .where(
      and(
        listedPosts(db, viewer),
        ...conditions(filter),
        place && sql`(${column}, ${postFigures.number}) ${further} (${place.value}, ${place.number})`,
      ),
    )
    .orderBy(turn(column), turn(postFigures.number))
    .limit(pageLength + 1);
  const requests = found.slice(0, pageLength);
  const last = requests.at(-1);
  return { requests, next: found.length > pageLength && last ? `${last.sorted}_${last.number}` : undefined };
}

function conditions({ board, kind, tag, status, ...filter }: RequestFilter): (SQL | undefined)[] {
  const wanted = statusesOf(status);
  return [
    board ? sql`${posts.boardId} = (select ${boards.id} from ${boards} where ${boards.slug} = ${board})` : undefined,
    kind && eq(posts.kind, kind),
    tag
      ? sql`${posts.tagIds} @> array(select ${tags.id} from ${tags} where ${tags.slug} = ${tag})
          and exists (select from ${tags} where ${tags.slug} = ${tag})`
      : undefined,
    wanted && sql`${posts.status} in (${names(wanted)})`,
    happened(filter),
  ];
}

/** The condition for posts that one number of the charts counts (../figures/update-insights.server.ts). */
function happened({ did, was, from, to }: Pick<RequestFilter, "did" | "was" | "from" | "to">): SQL | undefined {
  if (!did) return;
  const within = (moment: SQL) =>
    and(
      from ? sql`${moment} >= ${from}::timestamptz` : undefined,
      to ? sql`${moment} < ${to}::timestamptz` : undefined,
    );
  const posted = within(sql`${posts.createdAt}`);
  if (did === "opened") return posted;
  if (did === "answered") return and(posted, notByTeam, sql`${postFigures.answeredAt} is not null`);
  if (did === "unanswered") return and(posted, notByTeam, sql`${postFigures.answeredAt} is null`);
  const moved = did === "closed" ? sql`m."to" in (${names(over)}) and m."from" not in (${names(over)})` : left(was);
  return sql`exists (select from moves m where ${and(sql`m.post_id = ${posts.id}`, moved, within(sql`m.created_at`))})`;
}

const notByTeam = sql`not exists (select from users u where u.id = ${posts.authorId} and u.role in (${names(staff)}))`;

const left = (was: RequestFilter["was"]): SQL | undefined =>
  was ? sql`m."from" = ${was} and m."to" <> ${was}` : undefined;

const over = statusesIn("done", "closed");

function names(values: readonly string[]): SQL {
  const each = values.map((value) => sql`${value}`);
  return sql.join(each, sql`, `);
}
