import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffTicketPath } from "~/models/support/tickets/ticket-number";
import { useFrame } from "~/ui/frame";
import { Icon } from "~/ui/icon";
import { SplitMark } from "~/ui/split-mark";
import { TicketPriorityBadge, TicketStatusBadge } from "~/ui/ticket-badges";
import { TicketMessage } from "~/ui/ticket-message";
import { When } from "~/ui/when";
import { StaffPage } from "../../staff-page";
import { AlikePosts } from "../alike-posts";
import { AnswerForms } from "./answer-forms";
import { EscalationRequest } from "./escalation-request";
import { Handover } from "./handover";
import { HeldMessage } from "./held-message";
import { History } from "./history";
import { linkTo } from "./link-to";
import { loadTicket } from "./load-ticket.server";
import { MessageTools } from "./message-tools";
import { Others } from "./others";
import { Rated } from "./rated";
import { ReadBefore } from "./read-before";
import { Standing } from "./standing";
import { Targets } from "./targets";
import { TicketPanel } from "./ticket-panel";

export const loader = (args: LoaderFunctionArgs) => loadTicket(args);

export default function ShowTicket() {
  const { words } = useFrame();
  const { t } = words;
  const data = useLoaderData<typeof loader>();
  const { path, number, ticket, messages, ids } = data;
  const isStill = ticket.mergedInto !== null || ticket.spamAt !== null || ticket.deletedAt !== null;
  return (
    <StaffPage current="support">
      <h2 dir="auto" className="mt-6 text-xl">
        {ticket.subject}
      </h2>
      <p className="facts mt-2">
        <TicketStatusBadge status={ticket.status} forTeam />
        <TicketPriorityBadge priority={ticket.priority} />
        <span dir="ltr">{number}</span>
        <bdi>{ticket.categoryName}</bdi>
        <span dir="ltr">L{ticket.tier}</span>
        {ticket.isVip && <span className="tag bg-amber-soft text-amber">{t("tiers.vip")}</span>}
        <span>{t(`tickets.source.${ticket.source}`)}</span>
        <Handover handover={ticket.handover} isRefused={ticket.isRefused} />
        {ticket.isRestricted && (
          <span className="fact font-semibold text-danger">
            <Icon name="lock" />
            {t("tickets.restricted")}
          </span>
        )}
        <When at={ticket.createdAt} />
      </p>
      <Standing ticket={ticket} path={path} />
      {!isStill && <EscalationRequest data={data} />}
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div>
          <ticket-watch
            data-source={`${path}/news`}
            data-writing={isStill ? undefined : `${path}/writing`}
            data-newest={messages.at(-1)?.id}
          >
            <ol aria-label={t("tickets.conversation")} aria-live="polite" className="space-y-4">
              {messages.map((message) => (
                <li key={message.id} id={`item-${message.id}`}>
                  <TicketMessage message={message} files={data.files[message.id]}>
                    <SplitMark splits={data.splits} messageId={message.id} pathOf={staffTicketPath} />
                    {message.kind === "message" && !isStill && <MessageTools id={message.id} path={path} />}
                    {message.kind === "held" && !isStill && (
                      <HeldMessage id={message.id} from={message.sender} path={path} />
                    )}
                  </TicketMessage>
                </li>
              ))}
            </ol>
            <p
              role="status"
              data-writers
              dir="auto"
              className="mt-4 rounded-lg bg-amber-soft px-4 py-2 text-sm text-amber empty:hidden"
            >
              {data.writers}
            </p>
            {!isStill && (
              <AnswerForms
                {...{ path, ids }}
                status={ticket.status}
                savedReplies={data.savedReplies}
                articles={data.articles}
                seen={messages.at(-1)?.id}
              />
            )}
          </ticket-watch>
          <History items={data.history} />
        </div>
        <div className="space-y-5">
          {!isStill && <Targets targets={data.targets} />}
          <ReadBefore history={data.history} />
          <Rated ticket={ticket} />
          {!isStill && <TicketPanel data={data} />}
          {!isStill && <AlikePosts posts={data.alike} link={linkTo(path)} />}
          <Others data={data} />
        </div>
      </div>
    </StaffPage>
  );
}
