import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMaintainer } from "~/http/guards.server";
import { type Chosen, chosens } from "~/models/core/bulk/limits";
import { DomainError } from "~/models/core/domain-error";
import { Query } from "~/models/core/text/query";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { inboxPath, readInboxFilter, writeInboxFilter } from "~/models/feedback/inbox/filter";
import { mostCounted } from "~/models/feedback/inbox/limits";
import { listInbox } from "~/models/feedback/inbox/list-inbox.server";
import { countPosts, listViews } from "~/models/feedback/inbox/list-views.server";
import { listTags } from "~/models/feedback/tags/queries.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { BulkBar } from "../../bulk/bulk-bar";
import { ChooseAll } from "../../bulk/choose-all";
import { KeyHelp } from "../../key-help";
import { StaffPage } from "../../staff-page";
import { Views } from "../../views/views";
import { useBulkGroups } from "./bulk-groups";
import { InboxFilters } from "./inbox-filters";
import { InboxRow } from "./inbox-row";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db, words } = args.context;
  const { query } = args.context;
  const { slug } = args.params;
  const views = await listViews(db, viewer);
  const view = views.find((one) => one.slug === slug);
  if (slug && !view) throw new DomainError("notFound");
  const asked = readInboxFilter(query);
  const filter = view ? { ...readInboxFilter(new Query(view.filter)), after: asked.after } : asked;
  const [page, boards, tags] = await Promise.all([listInbox(db, viewer, filter), listBoards(db, viewer), listTags(db)]);
  const filters = views.map((one) => readInboxFilter(new Query(one.filter)));
  const counts = await countPosts(db, { viewer, filters, boards, tags });
  return {
    head: { title: words.t("staff.inbox.title"), isPrivate: true },
    filter,
    ...page,
    views: views.map(({ id, slug, name, isOwn }, i) => ({ id, slug, name, isOwn, count: counts[i] ?? 0 })),
    slug,
    chosen: query.oneOf("chosen", chosens),
    hasMore: page.count > mostCounted,
    boards,
    tags,
  };
}

export default function Inbox() {
  const { t, number } = useWords();
  const { views, slug, filter, posts, count, chosen, hasMore, next, boards, tags } = useLoaderData<typeof loader>();
  const pathTo = (after?: string, chosen?: Chosen) => inboxPath({ ...filter, after }, { view: slug, chosen });
  const groups = useBulkGroups(boards, tags);
  const shown = hasMore ? mostCounted : count;
  return (
    <StaffPage current="inbox">
      <Views noun="post" views={views} current={slug} query={writeInboxFilter(filter)} hasEverything />
      <InboxFilters filter={filter} boards={boards} tags={tags} />
      <p className="mt-5 text-sm text-muted">
        {t(hasMore ? "inbox.countMore" : "inbox.count", { count: shown, posts: number(shown) })}
      </p>
      <ChooseAll
        chosen={chosen}
        pathTo={(choice) => pathTo(filter.after, choice)}
        shown={posts.length}
        all={hasMore ? undefined : count}
      />
      <inbox-keys>
        {posts.length > 0 && (
          <form action="/staff/inbox/bulk" className={`${card} mt-2`}>
            <ol className="divide-y divide-line">
              {posts.map((post) => (
                <InboxRow key={post.number} post={post} boards={boards} tags={tags} chosen={chosen} />
              ))}
            </ol>
            {chosen === "found" && <input type="hidden" name="found" value={writeInboxFilter(filter)} />}
            <BulkBar noun="post" groups={groups} />
          </form>
        )}
        <KeyHelp noun="post" />
      </inbox-keys>
      <nav aria-label={t("list.pages")} className="mt-6 flex flex-wrap gap-3">
        {filter.after && (
          <a href={pathTo()} className={button("plain")}>
            {t("list.first")}
          </a>
        )}
        {next && (
          <a href={pathTo(next)} rel="next" className={button("quiet")}>
            {t("list.next")}
          </a>
        )}
      </nav>
    </StaffPage>
  );
}
