import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { readNumber, requireNumber, requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { findVersion, removeVersion } from "~/models/feedback/timeline/remove-version.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { Tick } from "~/ui/tick";
import { When } from "~/ui/when";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const number = requireNumber(args.params);
  const { db, words } = args.context;
  const version = await findVersion(db, viewer, { number, id: readNumber(args.params.id) });
  if (version.removedAt) throw new DomainError("notFound");
  const head = { title: words.t("history.removal.title"), isPrivate: true };
  return { head, number, createdAt: version.createdAt, isComment: version.commentId !== null };
}

const form = z.object({ withOlder: z.preprocess((value) => value === "yes", z.boolean()) });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const number = requireNumber(args.params);
  const { withOlder } = await readForm(args, form);
  await removeVersion(args.context.db, { viewer, number, id: readNumber(args.params.id), withOlder });
  return doneAt(`/posts/${number}/history`, args.context, "done.textRemoved");
}

export default function RemoveVersion() {
  const { t } = useWords();
  const { number, createdAt, isComment } = useLoaderData<typeof loader>();
  return (
    <section aria-labelledby="removal" className={`${card} mx-auto max-w-2xl space-y-4 p-5`}>
      <h1 id="removal" className="text-2xl tracking-tight">
        {t("history.removal.title")}
      </h1>
      <p className="text-sm text-muted">
        {t(isComment ? "history.comment" : "history.post")} · <When at={createdAt} />
      </p>
      <p>{t("history.removal.text")}</p>
      <form method="post" className="space-y-4">
        <Tick name="withOlder" value="yes" isChosen={false} label={t("history.removal.withOlder")} />
        <p className="flex flex-wrap gap-3">
          <button type="submit" className={button("danger")}>
            {t("history.removal.submit")}
          </button>
          <a href={`/posts/${number}/history`} className={button("quiet")}>
            {t("history.removal.cancel")}
          </a>
        </p>
      </form>
    </section>
  );
}
