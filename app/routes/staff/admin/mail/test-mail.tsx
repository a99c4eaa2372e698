import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { findOwnEmail } from "~/models/core/users/queries.server";
import type { TestMailReport } from "~/models/telling/deliveries/test-mail";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { TestMailButton } from "./test-mail-button";

export async function loader(args: LoaderFunctionArgs) {
  requireAdmin(args);
  const { words, sendTestMail } = args.context;
  return { head: { title: words.t("mailStaff.test.title"), isPrivate: true }, canSend: sendTestMail !== undefined };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words, sendTestMail } = args.context;
  const to = await findOwnEmail(db, viewer);
  if (!to) throw new DomainError("notFound");
  return { report: await sendTestMail?.({ userId: viewer.id, to, words }) };
}

export default function TestMail() {
  const { t } = useWords();
  const { canSend } = useLoaderData<typeof loader>();
  const report = useActionData<typeof action>()?.report;
  return (
    <StaffPage current="mail">
      <section className="mt-6 space-y-5">
        <h2 className="text-lg">{t("mailStaff.test.title")}</h2>
        <p className="text-muted">{t(canSend ? "mailStaff.test.intro" : "mailStaff.test.cannot")}</p>
        {report && <Report report={report} />}
        {canSend && <TestMailButton />}
      </section>
    </StaffPage>
  );
}

const looks: Record<TestMailReport["outcome"], string> = {
  accepted: "bg-success-soft text-success",
  refused: "bg-danger-soft text-danger",
  postponed: "bg-amber-soft text-amber",
};

function Report({ report: { to, transport, outcome, response, milliseconds, talk } }: { report: TestMailReport }) {
  const { t, number } = useWords();
  return (
    <div className={`${card} p-5`}>
      <p role="status" className={`rounded-lg px-4 py-3 font-medium ${looks[outcome]}`}>
        {t(`mailStaff.test.outcome.${outcome}`, { to, transport, milliseconds: number(milliseconds) })}
      </p>
      {response && (
        <p dir="ltr" className="mt-3 text-sm wrap-anywhere">
          {response}
        </p>
      )}
      <h3 className="mt-5 text-sm font-medium">{t("mailStaff.test.talk")}</h3>
      <ol dir="ltr" className="mt-2 space-y-1 font-mono text-xs">
        {talk.map(({ speaker, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a talk that is over stay in their order
          <li key={i} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-2">
            <span className="text-muted">{t(`mailStaff.test.speaker.${speaker}`)}</span>
            <span className="wrap-anywhere whitespace-pre-wrap">{text}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
