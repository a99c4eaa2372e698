import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdmin, requireFresh, requireId } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { listPasskeys } from "~/models/core/sign-in/passkeys/own-passkeys.server";
import { resetPasskeys } from "~/models/core/sign-in/passkeys/reset-passkeys.server";
import { findUser } from "~/models/core/users/queries.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../staff-page";

const ownPage = "/me/sessions";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const person = await findUser(db, viewer, requireId(args.params));
  if (person.id === viewer.id) throw redirect(ownPage);
  const head = { title: words.t("staff.people.passkeys.heading"), isPrivate: true };
  return { head, person, count: (await listPasskeys(db, person)).length };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  requireFresh(args);
  const userId = requireId(args.params);
  if (userId === viewer.id) throw redirect(ownPage, 303);
  await resetPasskeys(args.context.db, { viewer, userId });
  return doneAt("/staff/people", args.context, "done.passkeysReset");
}

export default function ResetPasskeys() {
  const { t } = useWords();
  const { person, count } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="people">
      <div className="max-w-2xl">
        <h2 className="mt-6 text-lg">{t("staff.people.passkeys.heading")}</h2>
        <p className="mt-1">
          <bdi>{person.name ?? t("people.nameless")}</bdi>
        </p>
        <p className="text-sm text-muted">
          <bdi>{person.email}</bdi> ·{" "}
          {count > 0 ? t("staff.people.passkeys.count", { count }) : t("staff.people.passkeys.none")}
        </p>
        <p className="mt-3 text-muted">{t("staff.people.passkeys.hint")}</p>
        <p className="mt-2 text-muted">{t("staff.people.passkeys.proof")}</p>
        <form method="post" action={`/staff/people/${person.id}/passkeys`} className="mt-6 flex flex-wrap gap-3">
          {count > 0 && (
            <button type="submit" className={button("danger")}>
              {t("staff.people.passkeys.button")}
            </button>
          )}
          <a href="/staff/people" className={button("plain")}>
            {t("form.cancel")}
          </a>
        </form>
      </div>
    </StaffPage>
  );
}
