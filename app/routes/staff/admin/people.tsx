import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireAdmin, requireFresh } from "~/http/guards.server";
import { doneBack } from "~/http/respond.server";
import { shownAddress } from "~/models/core/text/shown-address.server";
import { changeRole } from "~/models/core/users/change-role.server";
import { roles } from "~/models/core/users/policy";
import { listUsers } from "~/models/core/users/queries.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { useWords } from "~/ui/frame";
import { FindForm } from "../find-form";
import { StaffPage } from "../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const search = args.context.query.text("q");
  const people = await listUsers(db, viewer, search);
  return {
    head: { title: words.t("staff.people.title"), isPrivate: true },
    search,
    people: people.map(withShownAddress),
  };
}

const withShownAddress = <Person extends { email: string | null }>(person: Person) => ({
  ...person,
  email: person.email && shownAddress(person.email),
});

const form = z.object({ userId: z.uuid(), role: z.enum(roles) });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  requireFresh(args);
  const { userId, role } = await readForm(args, form);
  await changeRole(args.context.db, { viewer, userId, role });
  return doneBack(args, "/staff/people", "done.roleChanged");
}

export default function People() {
  const { t } = useWords();
  const { search, people } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="people">
      <FindForm action="/staff/people" label={t("staff.people.search")} value={search} />
      <ul className={`${card} mt-5 divide-y divide-line`}>
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 grow basis-56">
              <p className="font-medium">
                <bdi>{person.name ?? t("people.nameless")}</bdi>
              </p>
              <p className="text-sm text-muted">
                <bdi>{person.email}</bdi>
              </p>
            </div>
            <RoleForm person={person} />
            {person.hasPasskey && (
              <a href={`/staff/people/${person.id}/passkeys`} className={button("plain", "small")}>
                {t("staff.people.passkeys.link")}
                <span className="sr-only"> {person.name ?? person.email}</span>
              </a>
            )}
            <a href={`/staff/people/${person.id}/delete`} className={button("plain", "small")}>
              {t("staff.people.delete")}
              <span className="sr-only">{person.name ?? person.email}</span>
            </a>
          </li>
        ))}
      </ul>
    </StaffPage>
  );
}

function RoleForm({ person }: { person: { id: string; name: string | null; role: (typeof roles)[number] } }) {
  const { t } = useWords();
  return (
    <form method="post" action="/staff/people" className="flex gap-2">
      <input type="hidden" name="userId" value={person.id} />
      <select
        name="role"
        defaultValue={person.role}
        aria-label={t("staff.people.roleOf", { name: person.name ?? t("people.nameless") })}
        className="rounded-lg border border-edge/60 bg-surface px-2 text-sm"
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
      <button type="submit" className={button("quiet", "small")}>
        {t("form.save")}
      </button>
    </form>
  );
}
