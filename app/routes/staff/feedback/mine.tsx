import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/guards.server";
import { listAssigned } from "~/models/feedback/posts/list-assigned.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StatusBadge } from "~/ui/status-badge";
import { StaffPage } from "../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireStaff(args);
  const { db, words } = args.context;
  const after = args.context.query.number("after");
  const assigned = await listAssigned(db, viewer, { after });
  return { head: { title: words.t("staff.mine.title"), isPrivate: true }, ...assigned };
}

export default function Mine() {
  const { t } = useWords();
  const { posts, next } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="mine">
      {posts.length === 0 && <p className="mt-6 text-muted">{t("assignment.nothing")}</p>}
      {posts.length > 0 && (
        <ul className={`${card} mt-6 divide-y divide-line`}>
          {posts.map((post) => (
            <li key={post.number} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
              <a
                href={postPath(post)}
                dir="auto"
                className="min-w-0 grow basis-56 font-medium no-underline hover:text-accent"
              >
                {post.title}
              </a>
              <span className="text-sm text-muted">{t(`kind.${post.kind}`)}</span>
              <StatusBadge status={post.status} />
            </li>
          ))}
        </ul>
      )}
      {next && (
        <a href={`/staff/mine?after=${next}`} rel="next" className={`${button("quiet")} mt-4`}>
          {t("list.next")}
        </a>
      )}
    </StaffPage>
  );
}
