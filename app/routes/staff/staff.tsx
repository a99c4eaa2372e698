import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/guards.server";
import { mayTriage } from "~/models/core/users/policy";
import { listUnsolvedPosts } from "~/models/feedback/posts/judgements.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { StatusBadge } from "~/ui/status-badge";
import { StaffPage } from "./staff-page";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireStaff(args);
  if (!mayTriage(viewer)) throw redirect("/staff/tags");
  const { db, words } = args.context;
  const unsolved = await listUnsolvedPosts(db, viewer);
  return { head: { title: words.t("staff.overview.title"), isPrivate: true }, unsolved };
}

export default function Staff() {
  const { t, number } = useWords();
  const { unsolved } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="overview">
      <a href="/staff/inbox" className={`${button("quiet")} mt-4`}>
        <Icon name="inbox" />
        {t("inbox.open")}
      </a>
      <section aria-labelledby="unsolved" className="mt-6">
        <h2 id="unsolved" className="text-lg">
          {t("staff.overview.unsolved")}
        </h2>
        <p className="mt-1 text-sm text-muted">{t("staff.overview.unsolvedHint")}</p>
        {unsolved.length === 0 && <p className="mt-4 text-muted">{t("staff.overview.allSolved")}</p>}
        {unsolved.length > 0 && (
          <ul className={`${card} mt-4 divide-y divide-line`}>
            {unsolved.map((post) => (
              <li key={post.number} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
                <a
                  href={postPath(post)}
                  dir="auto"
                  className="min-w-0 grow basis-56 font-medium no-underline hover:text-accent"
                >
                  {post.title}
                </a>
                <StatusBadge status={post.status} />
                <span className="text-sm text-muted">
                  {t("solved.saidNo", { count: post.unsolved, people: number(post.unsolved) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </StaffPage>
  );
}
