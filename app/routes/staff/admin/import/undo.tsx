import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdmin, requireId } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { findImport } from "~/models/admin/imports/list-imports.server";
import { previewUndo, requestUndo } from "~/models/admin/imports/request-undo.server";
import { DomainError } from "~/models/core/domain-error";
import { postPath } from "~/models/feedback/posts/post-path";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const id = requireId(args.params);
  const { db, words } = args.context;
  const { source, fileName, undoAskedAt, undoneAt } = await findImport(db, viewer, id);
  // What is taken back already, or nothing was written of, has nothing to confirm.
  if (source === null || undoAskedAt || undoneAt) throw new DomainError("notFound");
  const head = { title: words.t("importStaff.undo.title"), isPrivate: true };
  return { head, id, name: fileName ?? source, ...(await previewUndo(db, viewer, id)) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const id = requireId(args.params);
  await requestUndo(args.context.db, { viewer, id });
  return doneAt(`/staff/import/${id}`, args.context, "importStaff.done.undoing");
}

export default function UndoImport() {
  const { t, number } = useWords();
  const { id, name, going, staying, kept } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="import">
      <section aria-labelledby="undo" className={`${card} mt-6 max-w-2xl space-y-4 p-5`}>
        <h2 id="undo" className="text-lg">
          {t("importStaff.undo.title")}
        </h2>
        <p dir="auto" className="font-medium wrap-anywhere">
          {name}
        </p>
        <p>{t("importStaff.undo.going", { posts: number(going) })}</p>
        <p className="text-sm text-muted">{t("importStaff.undo.others")}</p>
        {staying > 0 && (
          <>
            <p>{t("importStaff.undo.staying", { posts: number(staying) })}</p>
            <ul className="list-disc space-y-1 ps-5">
              {kept.map((post) => (
                <li key={post.number} dir="auto">
                  <a href={postPath(post)}>{post.title}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <form method="post" className="flex flex-wrap gap-3">
          <button type="submit" className={button("danger")}>
            {t("importStaff.undo.submit")}
          </button>
          <a href={`/staff/import/${id}`} className={button("quiet")}>
            {t("importStaff.undo.cancel")}
          </a>
        </form>
      </section>
    </StaffPage>
  );
}
