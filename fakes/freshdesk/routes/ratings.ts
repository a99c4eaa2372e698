import { created, invalid, ok } from "../http/answers";
import type { Call, Route } from "../http/call";
import { time } from "../http/present";
import type { Rating } from "../state/types";
import { findTicket, pageOf } from "./find";

export const ratingRoutes: Route[] = [
  { method: "POST", path: /^\/tickets\/(\d+)\/satisfaction_ratings$/, run: rate },
  { method: "GET", path: /^\/tickets\/(\d+)\/satisfaction_ratings$/, run: list },
  { method: "GET", path: /^\/surveys\/satisfaction_ratings$/, run: listSince },
];

const accepted = [103, 102, 101, 100, -101, -102, -103];

function rate(call: Call) {
  const { account, body } = call;
  const { id } = findTicket(call);
  const { feedback = "", ratings } = body as { feedback?: string; ratings?: { default_question?: number } };
  const rating = ratings?.default_question;
  if (rating === undefined || !accepted.includes(rating)) {
    const message = `It should be one of these values: '${accepted.join(",")}'`;
    throw invalid({ field: "default_question", message, code: "invalid_value" });
  }
  const made = { id: account.nextId(), ticket_id: id, rating, feedback, created_at: account.clock.now() };
  account.ratings.push(made);
  return created(shown(made), `${call.here}/${made.id}`);
}

function list(call: Call) {
  const { id } = findTicket(call);
  return page(
    call,
    call.account.ratings.filter((one) => one.ticket_id === id),
  );
}

function listSince(call: Call) {
  const since = Date.parse(call.query.get("created_since") ?? "1970-01-01");
  return page(
    call,
    call.account.ratings.filter((one) => Math.floor(one.created_at / 1000) * 1000 >= since),
  );
}

function page(call: Call, ratings: Rating[]) {
  const { shown: rows, headers } = pageOf(call, ratings);
  return ok(rows.map(shown), headers);
}

const shown = ({ rating, created_at, ...one }: Rating) => ({
  ...one,
  survey_id: 1,
  ratings: { default_question: rating },
  created_at: time(created_at),
  updated_at: time(created_at),
});
