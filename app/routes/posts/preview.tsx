import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import type { PostKind } from "#db/schema/feedback/posts";
import { readForm } from "~/http/forms.server";
import { requireUser } from "~/http/guards.server";
import type { Visit } from "~/http/visit.server";
import { cleanText } from "~/models/core/text/clean";
import { clip } from "~/models/core/text/clip.js";
import { renderMarkdown } from "~/models/core/text/markdown.server";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { listTemplates } from "~/models/feedback/boards/templates.server";
import { limits } from "~/models/feedback/posts/limits";
import { listTags } from "~/models/feedback/tags/queries.server";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Prose } from "~/ui/prose";
import { PostForm } from "./post-form";

export function loader({ context: { outgoing, words } }: LoaderFunctionArgs) {
  if (!outgoing.submission) throw redirect("/posts/new");
  return { head: { title: words.t("newPost.title"), isPrivate: true } };
}

/** Anything goes: a draft need not be right to be looked at. */
const text = z
  .string()
  .default("")
  .transform((value) => clip(cleanText(value), limits.body.max));
const asSent = z.unknown().optional();
const draft = z.object({
  ...{ id: asSent, different: asSent, kind: asSent, boardId: asSent, title: asSent },
  ...{ steps: asSent, expected: asSent, version: asSent },
  tagIds: z.preprocess((value) => [value ?? []].flat(), z.array(z.unknown())),
  body: text,
  actual: text,
});

/** The form again, and above it how the text will look: for browsers without JavaScript (see ../preview.ts). */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const { body, actual, kind } = await readForm(args, draft);
  const { html } = await renderMarkdown([actual, body].filter(Boolean).join("\n\n"), viewer.id);
  return loadPage(args.context, html, kind === "bug" ? "bug" : "idea");
}

async function loadPage({ db, viewer, outgoing }: Visit, html: string, kind: PostKind) {
  const [boards, tags, templates] = await Promise.all([
    listBoards(db, viewer),
    listTags(db),
    listTemplates(db, viewer),
  ]);
  const start = { id: uuid(), kind, boardId: "" };
  return { boards, tags, templates, start, html, lastResult: outgoing.submission?.reply({ formErrors: [] }) };
}

export default function Preview() {
  const { t } = useWords();
  const data = useActionData<typeof action>();
  if (!data) return null;
  const preview = (
    <section aria-labelledby="preview" className={`${card} mb-6 p-5`}>
      <h2 id="preview" className="text-xs font-semibold text-muted">
        {t("form.preview")}
      </h2>
      {data.html ? <Prose html={data.html} className="mt-2" /> : <p className="mt-2">{t("form.nothingToPreview")}</p>}
    </section>
  );
  const { boards, tags, templates, start, lastResult } = data;
  return <PostForm {...{ boards, tags, templates, start, lastResult, preview }} />;
}
