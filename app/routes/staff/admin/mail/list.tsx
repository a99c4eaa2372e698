import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdmin } from "~/http/guards.server";
import { shownAddress } from "~/models/core/text/shown-address.server";
import { listMail } from "~/models/telling/deliveries/list-mail.server";
import { mailListPath } from "~/models/telling/deliveries/mail-filter";
import { filters, readMailFilter } from "~/models/telling/deliveries/read-mail-filter.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { FateBadge } from "./fate-badge";
import { MailFilters } from "./mail-filters";
import { TestMailButton } from "./test-mail-button";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const filter = readMailFilter(args.context.query);
  const { mails, next } = await listMail(db, viewer, filter);
  const shown = mails.map((mail) => ({ ...mail, to: shownAddress(mail.to) }));
  return { head: { title: words.t("staff.mail.title"), isPrivate: true }, filters, filter, mails: shown, next };
}

export default function MailList() {
  const { t } = useWords();
  const { filters, filter, mails, next } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="mail">
      <div className="mt-4 flex flex-wrap gap-3">
        <TestMailButton />
        <a href="/staff/mail/suppressions" className={button("quiet")}>
          {t("mailStaff.suppressions.title")}
        </a>
      </div>
      <MailFilters {...filters} filter={filter} />
      <ol className={`${card} mt-5 divide-y divide-line`}>
        {mails.length === 0 && <li className="p-4 text-muted">{t("mailStaff.none")}</li>}
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} />
        ))}
      </ol>
      <nav aria-label={t("list.pages")} className="mt-6 flex flex-wrap gap-3">
        {filter.after && (
          <a href={mailListPath({ ...filter, after: undefined })} className={button("plain")}>
            {t("list.first")}
          </a>
        )}
        {next && (
          <a href={mailListPath({ ...filter, after: next })} rel="next" className={button("quiet")}>
            {t("list.next")}
          </a>
        )}
      </nav>
    </StaffPage>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["mails"][number];

function MailRow({ mail: { id, to, kind, status, response, createdAt } }: { mail: Row }) {
  const { t, moment } = useWords();
  return (
    <li>
      <a
        href={`/staff/mail/${id}`}
        className="grid grid-cols-[minmax(0,1fr)] gap-1 px-4 py-3 no-underline hover:bg-sunken"
      >
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <bdi className="min-w-0 font-medium wrap-anywhere">{to}</bdi>
          <span className="text-sm text-muted">{t(`mailKind.${kind}`)}</span>
          <span className="ms-auto">
            <FateBadge status={status} />
          </span>
        </span>
        <span className="flex flex-wrap gap-x-3 text-sm text-muted">
          <time dateTime={createdAt}>{moment(createdAt)}</time>
          {response && (
            <bdi dir="ltr" className="min-w-0 grow basis-48 truncate">
              {response}
            </bdi>
          )}
        </span>
      </a>
    </li>
  );
}
