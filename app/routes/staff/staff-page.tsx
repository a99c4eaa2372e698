import type { ReactNode } from "react";
import {
  isStaff,
  mayAdminister,
  mayHandleTickets,
  mayPublish,
  mayTriage,
  mayWriteArticles,
} from "~/models/core/users/policy";
import { useFrame } from "~/ui/frame";
import { MailTroubleNotice } from "./admin/mail-trouble-notice";
import { FreshdeskTroubleNotice } from "./freshdesk-trouble-notice";
import { PagingTroubleNotice } from "./paging-trouble-notice";

const pages = [
  { path: "/staff/inbox", name: "inbox", may: mayTriage },
  { path: "/staff", name: "overview", may: mayTriage },
  { path: "/staff/mine", name: "mine", may: isStaff },
  { path: "/staff/support", name: "support", may: mayHandleTickets },
  { path: "/staff/help", name: "help", may: mayWriteArticles },
  { path: "/staff/requests", name: "requests", may: mayTriage },
  { path: "/staff/insights", name: "insights", may: mayTriage },
  { path: "/staff/companies", name: "companies", may: mayTriage },
  { path: "/staff/roadmaps", name: "roadmaps", may: mayTriage },
  { path: "/staff/changelog", name: "changelog", may: mayPublish },
  { path: "/staff/settings", name: "settings", may: mayAdminister },
  { path: "/staff/boards", name: "boards", may: mayAdminister },
  { path: "/staff/tags", name: "tags", may: isStaff },
  { path: "/staff/replies", name: "replies", may: isStaff },
  { path: "/staff/synonyms", name: "synonyms", may: isStaff },
  { path: "/staff/people", name: "people", may: mayAdminister },
  { path: "/staff/invitations", name: "invitations", may: mayAdminister },
  { path: "/staff/mail", name: "mail", may: mayAdminister },
  { path: "/staff/freshdesk", name: "freshdesk", may: mayHandleTickets },
  { path: "/staff/jobs", name: "jobs", may: mayAdminister },
  { path: "/staff/import", name: "import", may: mayAdminister },
  { path: "/staff/export", name: "export", may: mayAdminister },
] as const;

/** The frame of every page of the team's area: its navigation and warnings. */
export function StaffPage({ current, children }: { current: (typeof pages)[number]["name"]; children: ReactNode }) {
  const { viewer, words } = useFrame();
  const { t } = words;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 md:grid-cols-[11rem_minmax(0,1fr)]">
      <nav aria-label={t("nav.staff")}>
        <ul className="flex gap-1 overflow-x-auto md:flex-col">
          {pages
            .filter(({ may }) => may(viewer))
            .map(({ path, name }) => (
              <li key={name}>
                <a
                  href={path}
                  aria-current={name === current ? "page" : undefined}
                  className="block rounded-md px-3 py-2 text-sm whitespace-nowrap no-underline hover:bg-sunken aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
                >
                  {t(`staff.${name}.title`)}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <div className="min-w-0">
        <MailTroubleNotice />
        <FreshdeskTroubleNotice />
        <PagingTroubleNotice />
        <h1 className="text-2xl tracking-tight">{t(`staff.${current}.title`)}</h1>
        <p className="mt-1 text-muted">{t(`staff.${current}.intro`)}</p>
        {children}
      </div>
    </div>
  );
}
