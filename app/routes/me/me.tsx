import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { findShownEmail } from "~/models/core/users/queries.server";
import { listAuthoredPosts, listFollowedPosts, listVotedPosts } from "~/models/feedback/posts/own-posts.server";
import { Avatar } from "~/ui/avatar";
import { button } from "~/ui/button";
import { useFrame } from "~/ui/frame";
import { OwnPosts } from "./own-posts";

const tabs = ["posts", "votes", "follows"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const { db, words } = args.context;
  const tab = tabs.find((name) => name === (args.params.tab ?? "posts"));
  if (!tab) throw new DomainError("notFound");
  const list = { posts: listAuthoredPosts, votes: listVotedPosts, follows: listFollowedPosts }[tab];
  const after = args.context.query.word("after");
  const [email, page] = await Promise.all([findShownEmail(db, viewer), list(db, viewer, after)]);
  return { head: { title: words.t("me.title"), isPrivate: true }, tab, email, page };
}

export default function Me() {
  const { viewer, words } = useFrame();
  const { t } = words;
  const { tab, email, page } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-3xl">
      <div className="flex flex-wrap items-center gap-4">
        <Avatar name={viewer?.name ?? null} />
        <div className="grow">
          <h1 className="text-2xl tracking-tight">
            <bdi>{viewer?.name}</bdi>
          </h1>
          <p className="text-sm text-muted">
            <bdi>{email}</bdi>
          </p>
        </div>
        <a href="/me/preferences" className={button("quiet", "small")}>
          {t("nav.preferences")}
        </a>
        <a href="/me/sessions" className={button("quiet", "small")}>
          {t("ways.link")}
        </a>
        <a href="/me/tokens" className={button("quiet", "small")}>
          {t("tokens.link")}
        </a>
        <a href="/me/data" className={button("quiet", "small")}>
          {t("nav.data")}
        </a>
      </div>
      <nav aria-label={t("me.title")} className="mt-6 mb-4">
        <ul className="flex w-fit max-w-full overflow-x-auto rounded-lg bg-sunken p-1 text-sm font-medium text-muted">
          {tabs.map((name) => (
            <li key={name}>
              <a
                href={name === "posts" ? "/me" : `/me/${name}`}
                aria-current={name === tab ? "page" : undefined}
                className="segment block rounded-md px-3 py-1.5 whitespace-nowrap no-underline hover:text-ink"
              >
                {t(`me.tab.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <OwnPosts tab={tab} posts={page.posts} />
      {page.next && (
        <a href={`?after=${encodeURIComponent(page.next)}`} className={`${button("quiet")} mt-6`}>
          {t("list.next")}
        </a>
      )}
    </div>
  );
}
