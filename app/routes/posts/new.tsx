import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireUser } from "~/http/guards.server";
import { limitActions } from "~/http/rate-limit.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { warmUp } from "~/models/core/text/markdown.server";
import { joinTexts } from "~/models/core/wordings/join-texts";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { listTemplates } from "~/models/feedback/boards/templates.server";
import { findFlags, honeypot } from "~/models/feedback/flags/find-flags";
import { postDraft } from "~/models/feedback/posts/draft";
import { dropTemplate } from "~/models/feedback/posts/drop-template.server";
import { findSubmitted } from "~/models/feedback/posts/find-submitted.server";
import { kinds } from "~/models/feedback/posts/list-filter";
import { postPath } from "~/models/feedback/posts/post-path";
import { submitPost, textsOf } from "~/models/feedback/posts/submit-post.server";
import { findLikelyOriginals } from "~/models/feedback/posts/suggest-posts.server";
import { listTags } from "~/models/feedback/tags/queries.server";
import { PostForm } from "./post-form";
import { SimilarPosts } from "./similar-posts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireUser({ request, context });
  warmUp();
  const { db, words } = context;
  const { query } = context;
  const [boards, tags, templates] = await Promise.all([
    listBoards(db, viewer),
    listTags(db),
    listTemplates(db, viewer),
  ]);
  const kind = query.oneOf("kind", kinds) ?? "idea";
  const board = boards.find(({ slug }) => slug === query.word("board")) ?? boards[0];
  return {
    head: { title: words.t("newPost.title"), isPrivate: true },
    boards,
    tags,
    templates,
    start: {
      id: uuid(),
      kind,
      boardId: String(board?.id ?? ""),
      body: templates.find(({ boardId }) => boardId === board?.id)?.[kind],
    },
  };
}

/** `different`: they have seen what it is like, and want to post it. */
const submission = z.object({ id: field.clientId(), different: z.string().optional(), ...honeypot }).and(postDraft);

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const { id, different, website, ...sent } = await readForm(args, submission);
  const { db } = args.context;
  const draft = await dropTemplate(db, viewer, sent);
  const earlier = await findSubmitted(db, viewer, { id, draft });
  if (earlier) return doneAt(postPath(earlier), args.context, "done.posted");
  if (!different) {
    await limitActions("similar", args.context);
    const text = joinTexts(textsOf(draft));
    const similar = await findLikelyOriginals(db, viewer, { title: draft.title, text });
    if (similar.length > 0) return json({ similar, form: args.context.outgoing.submission?.reply({ formErrors: [] }) });
  }
  await limitActions("post", args.context);
  const post = await submitPost(db, { viewer, id, draft, flags: findFlags({ viewer, id, website }) });
  return doneAt(postPath(post), args.context, "done.posted");
}

export default function NewPost() {
  const { boards, tags, templates, start } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const step = result && "similar" in result ? result : undefined;
  const similar = step && <SimilarPosts posts={step.similar} isStep />;
  const lastResult = step ? step.form : result;
  return <PostForm {...{ boards, tags, templates, start, lastResult, similar }} />;
}
