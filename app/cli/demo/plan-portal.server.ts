import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import { recordEvent } from "~/models/core/events/record.server";
import { changeRole } from "~/models/core/users/change-role.server";
import type { User } from "~/models/core/users/viewer";
import type { BoardDraft } from "~/models/feedback/boards/draft";
import { createBoard, editBoard } from "~/models/feedback/boards/edit-boards.server";
import { listBoards } from "~/models/feedback/boards/queries.server";
import { watchBoards } from "~/models/feedback/boards/watch-boards.server";
import type { TagDraft } from "~/models/feedback/tags/draft";
import { createTag } from "~/models/feedback/tags/edit-tags.server";
import { listTags } from "~/models/feedback/tags/queries.server";
import { saveCompany } from "~/models/insights/companies/edit-companies.server";
import { chooseReportReaders } from "~/models/insights/report/readers.server";
import { boards, tags } from "./boards";
import { companies } from "./companies";
import { addressOf, type Handle, handles } from "./people";
import type { Stage, Step } from "./stage";

/** The board that a new portal begins with. */
const firstBoard = "feedback";

/** What its team has set. */
const values = {
  footerLinks: [
    { label: "Lumen", address: "https://lumen.example" },
    { label: "Status", address: "https://status.lumen.example" },
  ],
  imprint: "https://lumen.example/imprint",
};

/** Whose new posts reach those who decide about them. */
const watched = ["mobile", "site", "beta"] as const;

/** How people, boards, tags and companies come about. What is there already, from somebody's earlier look around, is used. */
export function planPortal(stage: Stage): Step[] {
  const { ada } = stage.people;
  let last = stage.joined.ada;
  const next = () => (last = stage.moment(425.9, last));
  return [
    ...handles.flatMap((handle) => planPerson(handle, stage)),
    ...boards.map((draft, i) => {
      const at = next();
      const former = i === 0 ? firstBoard : draft.slug;
      return { at, run: async (tx: Db) => stage.boards.set(draft.slug, await settleBoard(tx, ada, draft, former, at)) };
    }),
    ...tags.map((draft) => {
      const at = next();
      return { at, run: async (tx: Db) => stage.tags.set(draft.slug, await settleTag(tx, ada, draft, at)) };
    }),
    { at: new Date(last.getTime() + 2), run: (tx) => changeSettings(tx, { viewer: ada, values, at: last }) },
    { at: new Date(Math.max(last.getTime(), stage.joined.mona.getTime()) + 1), run: (tx) => watchNewPosts(tx, stage) },
    ...companies.map((draft) => {
      const at = stage.moment(30);
      return { at, run: (tx: Db) => saveCompany(tx, { viewer: ada, draft, at }) };
    }),
    planReport(stage),
  ];
}

/** Who hears every week how the support desk does. */
function planReport({ people: { ada, gus }, moment }: Stage): Step {
  const at = moment(29);
  return { at, run: (tx) => chooseReportReaders(tx, { viewer: ada, readers: [ada.id, gus.id], at }) };
}

async function watchNewPosts(tx: Db, { people, boards }: Stage): Promise<void> {
  const ids = watched.map((slug) => boards.get(slug) ?? 0);
  for (const viewer of [people.ada, people.mona]) await watchBoards(tx, viewer, ids);
}

function planPerson(handle: Handle, { people, joined, moment }: Stage): Step[] {
  const person = people[handle];
  const { role } = person;
  const signUp = { at: joined[handle], run: (tx: Db) => signUpAs(tx, handle, person, joined[handle]) };
  if (role === "member" || role === "admin") return [signUp];
  const at = moment(425.2, joined[handle]);
  return [signUp, { at, run: (tx) => changeRole(tx, { viewer: people.ada, userId: person.id, role, at }) }];
}

async function signUpAs(tx: Db, handle: Handle, person: User, at: Date): Promise<void> {
  const email = addressOf(handle);
  const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (known) {
    person.id = known.id;
    return;
  }
  const role = person.role === "admin" ? "admin" : "member";
  await tx.insert(users).values({ ...person, handle, email, role, hidesName: false, createdAt: at });
  await recordEvent(tx, { type: "user.signed_up", actorId: person.id, data: {}, at });
}

async function settleBoard(tx: Db, viewer: User, draft: BoardDraft, former: string, at: Date): Promise<number> {
  const known = await listBoards(tx, viewer);
  const board = known.find(({ slug }) => slug === draft.slug) ?? known.find(({ slug }) => slug === former);
  if (!board) return (await createBoard(tx, { viewer, draft, at })).id;
  await editBoard(tx, { viewer, id: board.id, draft, at });
  return board.id;
}

async function settleTag(tx: Db, viewer: User, draft: TagDraft, at: Date): Promise<number> {
  const known = (await listTags(tx)).find(({ slug }) => slug === draft.slug);
  return known?.id ?? (await createTag(tx, { viewer, draft, at })).id;
}
