import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireModerator, requireNumber } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { findPost } from "~/models/feedback/posts/find-post.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { readPostNumber } from "~/models/feedback/posts/read-number";
import { useWords } from "~/ui/frame";
import { loadMerge, suggestOriginals } from "./load-merge.server";
import { MergeForm } from "./merge-form";
import { MergePreview } from "./merge-preview";

/** Where the original is chosen, and with it (`?into=12`) what would become of merging into it. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireModerator(args);
  const { db, words } = args.context;
  const post = await findPost(db, viewer, requireNumber(args.params));
  if (!post || post.deletedAt) throw new DomainError("notFound");
  if (post.mergedInto) throw redirect(`/posts/${post.number}`, 303);
  const { number, title, status } = post;
  const chosen = args.context.query.lastText("into");
  const merge = chosen === undefined ? undefined : await loadMerge(args.context, viewer, post, chosen);
  return {
    head: { title: words.t("merge.title", { title }), isPrivate: true },
    post: { number, title, status },
    similar: await suggestOriginals(args.context, viewer, post),
    preview: merge?.preview,
    refused: merge?.refused,
  };
}

const mergeForm = z.object({
  into: z
    .string(field.say({ code: "required" }))
    .transform(readPostNumber)
    .pipe(z.number(field.say({ code: "postNumber" }))),
});

export async function action(args: ActionFunctionArgs) {
  const viewer = requireModerator(args);
  const number = requireNumber(args.params);
  const { into } = await readForm(args, mergeForm);
  const original = await mergePosts(args.context.db, { viewer, number, into });
  return doneAt(`/posts/${original.number}?from=${number}`, args.context, "done.merged");
}

export default function MergePost() {
  const { t } = useWords();
  const { post, similar, preview, refused } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{t("merge.heading")}</h1>
      <p className="mt-2">
        #{post.number}{" "}
        <a href={postPath(post)} dir="auto" className="text-accent underline">
          {post.title}
        </a>
      </p>
      {preview && !failed && <MergePreview number={post.number} preview={preview} />}
      <MergeForm
        number={post.number}
        similar={similar}
        hasPreview={preview !== undefined}
        lastResult={failed ?? refused}
      />
    </div>
  );
}
