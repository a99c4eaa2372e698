import type { Agency } from "./agent";
import type { ApiRequest } from "./http/api";
import { plain, time } from "./http/present";
import type { Account } from "./state/account";
import { labelOf } from "./state/fields";
import type { Conversation, Ticket } from "./state/types";

type Page = (request: ApiRequest) => Promise<{ status: number; html?: string; location?: string }>;

/** What an agent sees at `/`: the tickets, what was said in them, and buttons to reply, note and solve. */
export function agentsPage(account: Account, agent: Agency): Page {
  const doings: Record<string, (id: number, form: URLSearchParams) => void> = {
    reply: (id, form) => agent.reply(id, paragraph(form.get("body"))),
    note: (id, form) => agent.addNote(id, paragraph(form.get("body"))),
    customer: (id, form) => agent.customerReply(id, paragraph(form.get("body"))),
    status: (id, form) => agent.setStatus(id, Number(form.get("status"))),
    delete: (id) => agent.deleteTicket(id),
    restore: (id) => agent.restoreTicket(id),
  };

  return async ({ method, url, bytes }) => {
    if (method === "GET" && url.pathname === "/") return { status: 200, html: whole(account) };
    const [, number = "", doing = ""] = /^\/tickets\/(\d+)\/(\w+)$/.exec(url.pathname) ?? [];
    const act = doings[doing];
    if (method !== "POST" || !act || !account.tickets.has(Number(number))) return { status: 404, html: "Not here." };
    const form = new URLSearchParams(bytes.toString());
    if (form.get("body") !== "") act(Number(number), form);
    return { status: 303, location: `/#ticket-${number}` };
  };
}

function whole(account: Account): string {
  const tickets = [...account.tickets.values()].sort((a, b) => b.id - a.id);
  return `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simulated Freshdesk</title><style>${style}</style>
<main><h1>Simulated Freshdesk</h1>
<p>This is the agents' side, in memory: it forgets everything when it ends.</p>
${tickets.map((ticket) => shownTicket(account, ticket)).join("\n")}</main></html>`;
}

function shownTicket(account: Account, ticket: Ticket): string {
  const requester = account.contacts.get(ticket.requester_id);
  const company = account.companies.get(ticket.company_id ?? 0);
  const state = [
    labelOf(account.fields, "status", ticket.status),
    labelOf(account.fields, "priority", ticket.priority),
    ...(ticket.deleted ? ["in the bin"] : []),
    ...(ticket.spam ? ["spam"] : []),
    ...ticket.tags.map((tag) => `#${tag}`),
  ];
  const own = Object.entries(ticket.custom_fields).filter(([, value]) => value !== null);
  const said = account.conversations.get(ticket.id) ?? [];
  return `<article id="ticket-${ticket.id}">
<h2><a href="#ticket-${ticket.id}">#${ticket.id}</a> ${escapeHtml(ticket.subject)}</h2>
<p class="about">${escapeHtml(state.join(" · "))}<br>${escapeHtml(requester?.name ?? "")} ${escapeHtml(requester?.email ?? "")}
${escapeHtml(company?.name ?? "")} · ${time(ticket.updated_at)}</p>
${own.map(([name, value]) => `<p class="about">${escapeHtml(name)}: ${escapeHtml(String(value))}</p>`).join("")}
<p>${escapeHtml(plain(ticket.description))}</p>
<ol>${said.map((one) => shownConversation(account, one)).join("")}</ol>
${forms(ticket)}</article>`;
}

function shownConversation(account: Account, said: Conversation): string {
  const who = account.agents.get(said.user_id ?? 0)?.name ?? account.contacts.get(said.user_id ?? 0)?.name ?? "";
  const kind = said.private ? "private note" : said.source === 2 ? "public note" : said.incoming ? "customer" : "reply";
  return `<li class="${said.private ? "private" : ""}"><b>${escapeHtml(who)}</b> <span class="about">${kind},
${time(said.created_at)}</span><br>${escapeHtml(plain(said.body))}</li>`;
}

function forms({ id, status, deleted }: Ticket): string {
  const [solve, label] = status === 4 || status === 5 ? [2, "Reopen"] : [4, "Solve"];
  const [bin, binLabel] = deleted ? ["restore", "Restore"] : ["delete", "Delete"];
  return `<form method="post" action="/tickets/${id}/reply">
<textarea name="body" rows="2" required aria-label="What you write in ticket ${id}"></textarea>
<button>Reply</button> <button formaction="/tickets/${id}/note">Add private note</button>
<button formaction="/tickets/${id}/customer">Write as the customer</button></form>
<form method="post" action="/tickets/${id}/status"><input type="hidden" name="status" value="${solve}">
<button>${label}</button> <button formaction="/tickets/${id}/${bin}">${binLabel}</button></form>`;
}

function paragraph(text: string | null): string {
  return `<div>${escapeHtml(text ?? "")}</div>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
main{max-width:46rem;margin:auto;padding:1rem}article{border:1px solid #8886;border-radius:.5rem;padding:0 1rem 1rem;
margin:1rem 0}h2{font-size:1.1rem}.about{opacity:.75;font-size:.875rem}ol{list-style:none;padding:0}
li{border-left:3px solid #48a;padding:.25rem .75rem;margin:.5rem 0}li.private{border-color:#c80;background:#c802}
textarea{width:100%;box-sizing:border-box;font:inherit}button{font:inherit;margin:.25rem 0}`;
