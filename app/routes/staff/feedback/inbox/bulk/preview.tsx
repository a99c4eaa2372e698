import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireMaintainer } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { doBulkAction } from "~/models/feedback/inbox/bulk-action.server";
import { type Change, readChange } from "~/models/feedback/inbox/change";
import { mostChosen } from "~/models/feedback/inbox/limits";
import { previewBulk } from "~/models/feedback/inbox/preview-bulk.server";
import { limits } from "~/models/feedback/posts/limits";
import { listTags } from "~/models/feedback/tags/queries.server";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../../staff-page";
import { BulkForm } from "./bulk-form";
import { useChangeLabel } from "./change-label";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db, words } = args.context;
  const { query } = args.context;
  const numbers = query.numbers("post");
  const change = readChange(query.text("change"));
  const head = { title: words.t("bulk.title"), isPrivate: true };
  const [boards, tags] = await Promise.all([listBoards(db, viewer), listTags(db)]);
  const isComplete = numbers.length > 0 && numbers.length <= mostChosen && isKnown(change, boards, tags);
  const preview = change && isComplete ? await previewBulk(db, viewer, { change, numbers }) : undefined;
  return { head, boards, tags, preview: preview && change && { id: uuid(), change, ...preview } };
}

function isKnown(change: Change | undefined, boards: { id: number }[], tags: { id: number }[]): boolean {
  if (!change || change.type === "move") return Boolean(change);
  return (change.type === "board" ? boards : tags).some(({ id }) => id === change.id);
}

/** `12 open~3~1.4~0`: a post, and how it looked. */
const chosen = z.string().regex(/^[1-9]\d{0,8} \S{1,200}$/);

const bulkForm = z.object({
  id: field.clientId(),
  change: z.string(),
  chosen: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(chosen).max(mostChosen)),
  answer: field.optionalText(limits.answer),
  release: field.optionalLine(limits.release),
});

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const form = await readForm(args, bulkForm);
  const change = readChange(form.change);
  if (!change) throw new DomainError("nothingChosen");
  const posts = form.chosen.map((text) => {
    const [number, stamp = ""] = text.split(" ");
    return { number: Number(number), stamp };
  });
  const { id } = await doBulkAction(args.context.db, { ...form, viewer, change, chosen: posts });
  return redirect(`/staff/inbox/bulk/${id}`, 303);
}

export default function PreviewBulk() {
  const { t } = useWords();
  const { preview, boards, tags } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const say = useChangeLabel(boards, tags);
  return (
    <StaffPage current="inbox">
      {preview ? (
        <BulkForm preview={preview} what={say(preview.change)} lastResult={lastResult} />
      ) : (
        <p role="alert" className="mt-6 rounded-lg bg-danger-soft px-4 py-3 text-sm font-medium text-danger">
          {t("problems.nothingChosen")}
        </p>
      )}
      <p className="mt-6">
        <a href="/staff/inbox" className="text-accent underline">
          {t("bulk.back")}
        </a>
      </p>
    </StaffPage>
  );
}
