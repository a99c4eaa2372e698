import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { hasJustSignedIn, requireFreshUser, requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import { deletionDraft } from "~/models/admin/personal-data/draft";
import { findOwnEmail } from "~/models/core/users/queries.server";
import { button } from "~/ui/button";
import { DeletionForm } from "~/ui/deletion-form";
import { useWords } from "~/ui/frame";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const { db, words } = args.context;
  const head = { title: words.t("deletion.title"), isPrivate: true };
  return { head, isFresh: hasJustSignedIn(args.context), email: await findOwnEmail(db, viewer) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireFreshUser(args);
  const { texts } = await readForm(args, deletionDraft);
  await deleteAccount(args.context.db, { viewer, userId: viewer.id, texts });
  const response = doneAt("/", args.context, "done.accountDeleted");
  response.headers.set("Clear-Site-Data", '"cache"');
  return response;
}

export default function DeleteAccount() {
  const { t } = useWords();
  const { isFresh, email } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{t("deletion.title")}</h1>
      <p className="mt-1 text-muted">
        <bdi>{email}</bdi>
      </p>
      {isFresh ? <DeletionForm action="/me/data/delete" cancel="/me/data" /> : <SignInAgain />}
    </div>
  );
}

function SignInAgain() {
  const { t } = useWords();
  return (
    <form method="post" action="/me/data/sign-in-again" className="mt-6 space-y-4">
      <p>{t("deletion.signInAgain")}</p>
      <div className="flex flex-wrap gap-3">
        <button type="submit" className={button()}>
          {t("signIn.send")}
        </button>
        <a href="/me/data" className={button("plain")}>
          {t("form.cancel")}
        </a>
      </div>
    </form>
  );
}
