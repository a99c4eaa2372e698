import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requireAdmin, requireId } from "~/http/guards.server";
import { findMail } from "~/models/telling/deliveries/list-mail.server";
import { isWorthSendingAgain } from "~/models/telling/deliveries/mail-filter";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { FateBadge } from "./fate-badge";
import { LiftForm } from "./lift-form";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const mail = await findMail(db, viewer, requireId(args.params));
  return { head: { title: words.t("staff.mail.title"), isPrivate: true }, mail };
}

export default function ShowMail() {
  const { t, moment } = useWords();
  const { mail } = useLoaderData<typeof loader>();
  const { to, kind, status, subject, response, transport, providerId, suppression } = mail;
  return (
    <StaffPage current="mail">
      <article className={`${card} mt-6 p-5`}>
        <h2 className="flex flex-wrap items-center gap-3 text-lg">
          <bdi className="min-w-0 wrap-anywhere">{to}</bdi>
          <FateBadge status={status} />
        </h2>
        <dl className="mt-4 grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <Fact name={t("mailStaff.kind")}>{t(`mailKind.${kind}`)}</Fact>
          {subject && <Fact name={t("mailStaff.subject")}>{subject}</Fact>}
          {response && (
            <Fact name={t("mailStaff.answer")}>
              <span dir="ltr">{response}</span>
            </Fact>
          )}
          {transport && <Fact name={t("mailStaff.transport")}>{transport}</Fact>}
          {providerId && <Fact name={t("mailStaff.providerId")}>{providerId}</Fact>}
          {(["createdAt", "attemptedAt", "handedOverAt", "changedAt"] as const).map((name) => {
            const at = mail[name];
            return (
              at && (
                <Fact key={name} name={t(`mailStaff.${name}`)}>
                  {moment(at)}
                </Fact>
              )
            );
          })}
        </dl>
        {suppression && <Suppressed email={to} reason={suppression.reason} />}
        <SendAgain />
      </article>
    </StaffPage>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="-mt-2 wrap-anywhere sm:mt-0">{children}</dd>
    </div>
  );
}

function Suppressed({ email, reason }: { email: string; reason: "bounce" | "complaint" | "manual" }) {
  const { t } = useWords();
  return (
    <div className="mt-5 flex flex-wrap items-center gap-3 rounded-lg bg-amber-soft p-4">
      <p className="text-amber">{t(`mailStaff.suppressed.${reason}`)}</p>
      <LiftForm email={email} />
    </div>
  );
}

/** Offered while there is something left to tell, and somebody to read it. */
function SendAgain() {
  const { t } = useWords();
  const { id, status, newsCount, suppression } = useLoaderData<typeof loader>().mail;
  if (!isWorthSendingAgain(status)) return null;
  if (newsCount === 0) return <p className="mt-5 text-sm text-muted">{t("mailStaff.nothingLeft")}</p>;
  return (
    <form method="post" action={`/staff/mail/${id}/again`} className="mt-5">
      {suppression ? (
        <p className="text-sm text-muted">{t("mailStaff.liftFirst")}</p>
      ) : (
        <button type="submit" className={button()}>
          {t("mailStaff.again")}
        </button>
      )}
    </form>
  );
}
