import { v7 as uuid } from "uuid";
import { medianPair } from "../percentile";
import type { Desk } from "./stage";
import { timeForm } from "./timing";

const rounds = 150;

const text = "The same here: **every** week somebody asks me, and I have no answer. It is `E_TIMEOUT` with us, too.";

export interface Opening {
  /** Milliseconds. */
  ticket: number;
  comment: number;
  ratio: number;
}

/** Opens tickets and writes comments by turns, each by another member. */
export async function compareOpening({ app, sql, sessions }: Desk): Promise<Opening> {
  const [category] = await sql<{ id: number }[]>`select id from ticket_categories order by id limit 1`;
  const who = (i: number) => sessions.members[i % sessions.members.length] ?? "";
  const board = await sql<{ id: number }[]>`select id from boards order by id limit 1`;
  const post = { id: uuid(), kind: "idea", title: "Dark mode", body: "My eyes hurt.", boardId: String(board[0]?.id) };
  await timeForm(app.origin, "/posts/new", who(0), post);
  const open = (i: number) =>
    timeForm(app.origin, "/support/new", who(i), {
      id: uuid(),
      subject: `The export stops, ${i}`,
      body: text,
      categoryId: String(category?.id),
    });
  const comment = (i: number) =>
    timeForm(app.origin, "/posts/1/comments", who(i), { id: uuid(), body: `${text} ${i}` });
  const pairs: [number, number][] = [];
  for (let i = 0; i < rounds + 20; i++) {
    const pair: [number, number] = [await comment(i), await open(i)];
    if (i >= 20) pairs.push(pair);
  }
  const { first, second, ratio } = medianPair(pairs);
  return { comment: first, ticket: second, ratio };
}
