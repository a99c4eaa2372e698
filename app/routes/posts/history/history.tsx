import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readNumber, requireNumber } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { findPost } from "~/models/feedback/posts/find-post.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { listChanges } from "~/models/feedback/timeline/list-changes.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { ChangeItem } from "./change-item";

export async function loader({ request, params, context: { db, viewer, words } }: LoaderFunctionArgs) {
  const post = await findPost(db, viewer, requireNumber(params));
  if (!post) throw new DomainError("notFound");
  const before = new URL(request.url).searchParams.get("before");
  const page = await listChanges(db, viewer, { post, before: before ? readNumber(before) : undefined });
  const { number, title } = post;
  return {
    head: { title: words.t("history.title", { title }), isPrivate: true },
    post: { number, title },
    isContinued: before !== null,
    ...page,
  };
}

export default function History() {
  const { t } = useWords();
  const { post, changes, next, isContinued } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="text-2xl tracking-tight">{t("history.heading")}</h1>
      <p className="mt-1">
        <a href={postPath(post)} dir="auto" className="text-accent underline">
          {post.title}
        </a>
      </p>
      {changes.length === 0 && !isContinued && <p className="mt-6 text-muted">{t("history.empty")}</p>}
      <ol className="mt-6 space-y-5">
        {changes.map((change) => (
          <li key={change.id}>
            <ChangeItem change={change} number={post.number} />
          </li>
        ))}
      </ol>
      {next && (
        <p className="mt-6">
          <a href={`?before=${next}`} rel="next" className={button("quiet")}>
            {t("history.older")}
          </a>
        </p>
      )}
    </div>
  );
}
