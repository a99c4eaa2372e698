import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listBoards } from "~/models/feedback/boards/queries.server";
import {
  everyPost,
  isFiltered,
  type ListFilter,
  listAddress,
  readListFilter,
} from "~/models/feedback/posts/list-filter";
import { listPosts } from "~/models/feedback/posts/list-posts.server";
import { readQuestion, searchAddress } from "~/models/feedback/search/question";
import { listTags } from "~/models/feedback/tags/queries.server";
import { button } from "~/ui/button";
import { feedLinks } from "~/ui/feed-links";
import { useWords } from "~/ui/frame";
import { RememberedItem } from "~/ui/remembered";
import { Filters } from "./filters";
import { NoPosts } from "./no-posts";
import { PostRow, placesFor } from "./post-row";
import { shownInList } from "./shown-in-list";
import { Sorts } from "./sorts";

export async function loader({ context }: LoaderFunctionArgs) {
  const { db, viewer, words, origin, query } = context;
  if (query.text("q")) throw redirect(searchAddress(readQuestion(query)));
  const filter = readListFilter(query);
  const [boards, tags, page] = await Promise.all([listBoards(db, viewer), listTags(db), listPosts(db, viewer, filter)]);
  context.outgoing.shown = shownInList(filter, page);
  const board = boards.find(({ slug }) => slug === filter.board);
  const plain = listAddress({ ...everyPost, board: board?.slug });
  const title = `${board?.name ?? words.t("nav.list")} · ${words.t("site.name")}`;
  const place = { board: board?.slug, tag: tags.find(({ slug }) => slug === filter.tag)?.slug };
  return {
    head: {
      title,
      description: board?.description || words.t("list.description"),
      // A list and each board of it are pages of their own; any other filter, order or page shows their posts again.
      canonical: origin + plain,
      isPrivate: listAddress(filter) !== plain || filter.after !== undefined,
      // A feed is for everybody, so that only public boards have one.
      feeds: board && board.visibility !== "public" ? [] : feedLinks(words, title, "/feed", place),
    },
    filter,
    boards,
    tags,
    page,
  };
}

export default function List() {
  const { filter, boards, tags, page } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const board = boards.find(({ slug }) => slug === filter.board);
  const posts = [...page.pinned, ...page.posts];
  const placesOf = placesFor(filter, boards, tags);
  return (
    <div className="grid grid-cols-1 gap-x-10 lg:grid-cols-[minmax(0,1fr)_15rem]">
      <header>
        <h1 className="text-2xl tracking-tight sm:text-3xl">{board ? <bdi>{board.name}</bdi> : t("list.heading")}</h1>
        <p className="mt-1 text-muted">{board ? <bdi>{board.description}</bdi> : t("list.intro")}</p>
      </header>
      <Filters
        filter={filter}
        isNarrow={isFiltered(filter)}
        address={(change) => listAddress(filter, change)}
        boards={boards}
        tags={tags}
      />
      <section aria-label={t("nav.list")} className="min-w-0">
        <Sorts filter={filter} />
        {posts.length === 0 ? (
          <NoPosts filter={filter} />
        ) : (
          <ol className="divide-y divide-line border-y border-line">
            {posts.map((post) => (
              <RememberedItem key={post.number} of={PostRow} with={{ post, places: placesOf(post) }} />
            ))}
          </ol>
        )}
        <Pages filter={filter} next={page.next} />
      </section>
    </div>
  );
}

function Pages({ filter, next }: { filter: ListFilter; next?: string }) {
  const { t } = useWords();
  if (!filter.after && !next) return null;
  return (
    <nav aria-label={t("list.pages")} className="mt-6 flex flex-wrap gap-3">
      {filter.after && (
        <a href={listAddress(filter)} className={button("plain")}>
          {t("list.first")}
        </a>
      )}
      {next && (
        <a href={listAddress(filter, { after: next })} rel="next" className={button("quiet")}>
          {t("list.next")}
        </a>
      )}
    </nav>
  );
}
