import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "~/http/guards.server";
import { findShownEmail } from "~/models/core/users/queries.server";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const { db, words } = args.context;
  return { head: { title: words.t("data.title"), isPrivate: true }, email: await findShownEmail(db, viewer) };
}

/** What we keep, in the order in which people ask for it. */
const kept = ["profile", "texts", "votes", "mail", "devices", "support", "history"] as const;

export default function Data() {
  const { t } = useWords();
  const { email } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl space-y-10">
      <div>
        <h1 className="text-2xl tracking-tight">{t("data.title")}</h1>
        <p className="mt-1 text-muted">
          <bdi>{email}</bdi>
        </p>
      </div>
      <section>
        <h2 className="text-lg">{t("data.kept.heading")}</h2>
        <dl className="mt-4 space-y-4">
          {kept.map((name) => (
            <div key={name}>
              <dt className="font-medium">{t(`data.kept.${name}.what`)}</dt>
              <dd className="text-muted">{t(`data.kept.${name}.how`)}</dd>
              {name === "devices" && (
                <dd>
                  <a href="/me/sessions" className="text-accent underline">
                    {t("sessions.link")}
                  </a>
                </dd>
              )}
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2 className="text-lg">{t("data.export.heading")}</h2>
        <p className="mt-1 text-muted">{t("data.export.text")}</p>
        <form method="post" action="/me/data/export">
          <button type="submit" className={`${button("quiet")} mt-4`}>
            {t("data.export.button")}
          </button>
        </form>
      </section>
      <section>
        <h2 className="text-lg">{t("data.delete.heading")}</h2>
        <p className="mt-1 text-muted">{t("data.delete.text")}</p>
        <a href="/me/data/delete" className={`${button("danger")} mt-4`}>
          {t("data.delete.link")}
        </a>
      </section>
    </div>
  );
}
