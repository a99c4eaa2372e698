import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireArticlePublisher } from "~/http/guards.server";
import { listImports } from "~/models/help/moving/import-articles.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { When } from "~/ui/when";
import { StaffPage } from "../../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireArticlePublisher(args);
  const { db, words } = args.context;
  return {
    head: { title: words.t("helpWriting.moving.title"), isPrivate: true },
    imports: await listImports(db, viewer),
  };
}

export default function Moving() {
  const { t } = useWords();
  const { imports } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="help">
      <h2 className="mt-6 text-lg">{t("helpWriting.moving.out")}</h2>
      <p className="mt-1 max-w-2xl text-sm text-muted">{t("helpWriting.moving.outText")}</p>
      <a href="/staff/help/articles.zip" className={`${button("quiet")} mt-3 inline-flex`}>
        {t("helpWriting.moving.export")}
      </a>
      <form
        method="post"
        action="/staff/help/moving/files"
        encType="multipart/form-data"
        className={`${card} mt-6 max-w-2xl space-y-4 p-5`}
      >
        <h2 className="text-lg">{t("helpWriting.moving.in")}</h2>
        <div className="space-y-1.5">
          <label htmlFor="file" className="block text-sm font-medium">
            {t("helpWriting.moving.file")}
          </label>
          <input
            id="file"
            type="file"
            name="file"
            accept=".zip"
            aria-describedby="file-hint"
            className="block w-full text-sm"
          />
          <p id="file-hint" className="text-sm text-muted">
            {t("helpWriting.moving.fileHint")}
          </p>
        </div>
        <button type="submit" className={button()}>
          {t("helpWriting.moving.preview")}
        </button>
      </form>
      {imports.length > 0 && (
        <ul className={`mt-6 max-w-2xl divide-y divide-line ${card}`}>
          {imports.map(({ id, fileName, createdAt, doneAt, undoneAt }) => (
            <li key={id} className="flex flex-wrap gap-x-3 px-4 py-3 text-sm">
              <a href={`/staff/help/moving/${id}`} className="font-medium wrap-anywhere">
                <bdi>{fileName}</bdi>
              </a>
              <span className="text-muted">
                {t(`helpWriting.moving.state.${undoneAt ? "undone" : doneAt ? "done" : "waiting"}`)} ·{" "}
                <When at={createdAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </StaffPage>
  );
}
