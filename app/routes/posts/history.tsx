import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { diffWordsWithSpace } from "diff";
import { requireNumber } from "~/http/guards.server";
import { DomainError } from "~/models/domain-error";
import { findPost, findPostText } from "~/models/posts/find-post.server";
import { postPath } from "~/models/posts/post-path";
import { type Change, listChanges } from "~/models/timeline/revisions.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { PersonName } from "~/ui/person";
import { When } from "~/ui/when";

export async function loader({ params, context: { db, viewer, words } }: LoaderFunctionArgs) {
  const number = requireNumber(params);
  const [post, text] = await Promise.all([findPost(db, viewer, number), findPostText(db, viewer, number)]);
  if (!post || !text) throw new DomainError("notFound");
  const { title, body, steps, expected, actual, version } = text;
  const current = {
    title,
    body,
    steps: steps ?? "",
    expected: expected ?? "",
    actual: actual ?? "",
    version: version ?? "",
  };
  const changes = await listChanges(db, viewer, { postId: post.id, current });
  return {
    head: { title: words.t("history.title", { title }), isPrivate: true },
    post: { number, title },
    changes: changes.map((change) => ({ ...change, fields: diffed(change.fields) })),
  };
}

/** Each changed field as pieces that stayed, came and went. */
function diffed(fields: Change["fields"]) {
  return Object.entries(fields).map(([name, { before, after }]) => ({
    name,
    pieces: diffWordsWithSpace(before, after, { timeout: 500 }) ?? [
      { value: before, removed: true, added: false },
      { value: after, removed: false, added: true },
    ],
  }));
}

export default function History() {
  const { t } = useWords();
  const { post, changes } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="text-2xl tracking-tight">{t("history.heading")}</h1>
      <p className="mt-1">
        <a href={postPath(post)} dir="auto" className="text-accent underline">
          {post.title}
        </a>
      </p>
      {changes.length === 0 && <p className="mt-6 text-muted">{t("history.empty")}</p>}
      <ol className="mt-6 space-y-5">
        {changes.map((change) => (
          <li key={change.at + change.commentId} className={`${card} p-4`}>
            <p className="text-sm text-muted">
              <PersonName name={change.editorName} /> · <When at={change.at} /> ·{" "}
              {t(change.commentId ? "history.comment" : "history.post")}
            </p>
            {change.fields.map(({ name, pieces }) => (
              <div key={name} className="mt-3">
                <h2 className="text-xs font-medium text-muted">{t(`history.field.${name as "title"}`)}</h2>
                <p dir="auto" className="mt-1 text-sm whitespace-pre-wrap">
                  {pieces.map(({ value, added, removed }, i) => {
                    const key = `${i}`;
                    if (added)
                      return (
                        <ins key={key} className="bg-success-soft text-success">
                          {value}
                        </ins>
                      );
                    if (removed)
                      return (
                        <del key={key} className="bg-danger-soft text-danger">
                          {value}
                        </del>
                      );
                    return <span key={key}>{value}</span>;
                  })}
                </p>
              </div>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}
