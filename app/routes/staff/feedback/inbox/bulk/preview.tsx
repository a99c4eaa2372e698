import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { requireMaintainer } from "~/http/guards.server";
import { mostChosen } from "~/models/core/bulk/limits";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { readNumber } from "~/models/core/text/values";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { doBulkAction } from "~/models/feedback/inbox/bulk-action.server";
import { type Change, readChange } from "~/models/feedback/inbox/change";
import { readInboxFilter } from "~/models/feedback/inbox/filter";
import { listFoundPosts } from "~/models/feedback/inbox/list-inbox.server";
import { previewBulk } from "~/models/feedback/inbox/preview-bulk.server";
import { limits } from "~/models/feedback/posts/limits";
import { listTags } from "~/models/feedback/tags/queries.server";
import { BulkPreview } from "../../../bulk/bulk-preview";
import { bulkForm, readChosen, readKeys } from "../../../bulk/chosen";
import { useChangeLabel } from "./change-label";
import { PostsForm } from "./posts-form";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db, words } = args.context;
  const { query } = args.context;
  const { keys: numbers, isCut } = await readKeys(query, {
    ticked: () => query.numbers("post"),
    found: (found, most) => listFoundPosts(db, viewer, { filter: readInboxFilter(found), most }),
  });
  const change = readChange(query.text("change"));
  const head = { title: words.t("bulk.post.title"), isPrivate: true };
  const [boards, tags] = await Promise.all([listBoards(db, viewer), listTags(db)]);
  const isComplete = numbers.length > 0 && numbers.length <= mostChosen && isKnown(change, boards, tags);
  const preview = change && isComplete ? await previewBulk(db, viewer, { change, numbers }) : undefined;
  return { head, boards, tags, preview: preview && change && { id: uuid(), change, isCut, ...preview } };
}

function isKnown(change: Change | undefined, boards: { id: number }[], tags: { id: number }[]): boolean {
  if (!change || change.type === "move") return Boolean(change);
  return (change.type === "board" ? boards : tags).some(({ id }) => id === change.id);
}

const form = bulkForm.extend({
  answer: field.optionalText(limits.answer),
  release: field.optionalLine(limits.release),
});

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { chosen, ...sent } = await readForm(args, form);
  const change = readChange(sent.change);
  if (!change) throw new DomainError("nothingChosen");
  const { id } = await doBulkAction(args.context.db, {
    ...sent,
    viewer,
    change,
    chosen: readChosen(chosen, readNumber),
  });
  return redirect(`/staff/inbox/bulk/${id}`, 303);
}

export default function PreviewBulk() {
  const { preview, boards, tags } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const say = useChangeLabel(boards, tags);
  return (
    <BulkPreview noun="post">
      {preview && <PostsForm preview={preview} what={say(preview.change)} lastResult={lastResult} />}
    </BulkPreview>
  );
}
