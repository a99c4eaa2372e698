import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { policyName, scheduleName } from "~/models/core/promise-names";
import * as field from "~/models/core/text/fields";
import { namedCategories } from "~/models/support/categories/category-name";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import { createPolicy, editPolicy } from "~/models/support/promises/edit-policies.server";
import { policyDraft } from "~/models/support/promises/policy-draft";
import { findRenewal } from "~/models/support/promises/renew-promises.server";
import { listPolicies, listSchedules } from "~/models/support/promises/rules.server";
import { explainPolicies, tryDeletion, tryMove, tryPolicy } from "~/models/support/promises/try-policy.server";
import { readTicketNumber } from "~/models/support/tickets/ticket-number";
import { button } from "~/ui/button";
import { useWords } from "~/ui/frame";
import { OrderedList } from "~/ui/ordered-list";
import { StaffPage } from "../../../staff-page";
import { DeskPages } from "../desk-pages";
import { AskedPolicy } from "./asked-policy";
import { PolicyForm } from "./policy-form";
import { PolicyRow } from "./policy-row";
import { RenewalProgress } from "./renewal-progress";
import { TriedRules } from "./tried-rules";
import { WhichPolicy } from "./which-policy";

const page = "/staff/support/settings/policies";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words, query } = args.context;
  const [policies, schedules, categories, renewal] = await Promise.all([
    listPolicies(db),
    listSchedules(db),
    listTicketCategories(db, { archived: true }),
    findRenewal(db),
  ]);
  const { id } = args.params;
  if (id && !policies.some((policy) => String(policy.id) === id)) throw new DomainError("notFound");
  const wanted = query.number("place");
  const question = query.has("delete")
    ? id && { place: null, tried: await tryDeletion(db, viewer, Number(id)) }
    : id && wanted && (await tryMove(db, viewer, Number(id), { place: wanted }));
  const text = query.text("ticket");
  const number = readTicketNumber(text);
  return {
    head: { title: words.t("deskSettings.pages.policies"), isPrivate: true },
    policies: policies.map((policy) => ({ ...policy, name: policyName(words, policy), ownName: policy.name })),
    newId: uuid(),
    place: policies.findIndex((policy) => String(policy.id) === id) + 1,
    schedules: schedules.map((schedule) => ({ id: schedule.id, name: scheduleName(words, schedule) })),
    categories: namedCategories(words, categories),
    renewal,
    question: question || undefined,
    asked: text ? { text, found: number && (await explainPolicies(db, viewer, number, policies)) } : undefined,
  };
}

/** With `?try` nothing is saved: what the policy would mean for tickets under way is shown above it. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { id: newId, ...draft } = await readForm(args, policyDraft.extend({ id: field.newId() }));
  const { db, query, outgoing } = args.context;
  const id = Number(args.params.id);
  if (query.has("try")) {
    const before = id ? (await listPolicies(db)).find((policy) => policy.id === id) : undefined;
    if (id && !before) throw new DomainError("notFound");
    return {
      tried: await tryPolicy(db, viewer, draft, before),
      form: outgoing.submission?.reply({ formErrors: [] }),
    };
  }
  if (id) await editPolicy(db, { viewer, id, draft });
  else await createPolicy(db, { viewer, id: newId, draft });
  return doneAt(page, args.context, "done.saved");
}

export default function Policies() {
  const { t } = useWords();
  const { policies, newId, place, schedules, categories, renewal, asked, question } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const trial = result && "tried" in result ? result : undefined;
  const chosen = policies[place - 1];
  const nameOf = (id: number) => policies.find((one) => one.id === id)?.name ?? t("deskSettings.policy.create");
  const target = chosen ? `${page}/${chosen.id}` : page;
  if (chosen && question) {
    return (
      <StaffPage current="settings">
        <DeskPages current="policies" />
        <AskedPolicy page={page} policy={chosen} asked={question} nameOf={nameOf} />
      </StaffPage>
    );
  }
  return (
    <StaffPage current="settings">
      <DeskPages current="policies" />
      <p className="mt-4 max-w-2xl text-muted">{t("deskSettings.policy.intro")}</p>
      <RenewalProgress renewal={renewal} />
      {policies.length > 0 && (
        <OrderedList
          page={page}
          rows={policies.map((policy) => ({
            id: policy.id,
            name: policy.name,
            shown: <PolicyRow {...{ page, policy, categories, schedules }} />,
          }))}
        />
      )}
      <WhichPolicy page={page} policies={policies} asked={asked} />
      {trial && <TriedRules tried={trial.tried} nameOf={nameOf} />}
      <PolicyForm
        action={target}
        {...{ chosen, newId, place, categories, schedules }}
        lastResult={trial ? trial.form : result}
      />
      {chosen && (
        <a href={`${target}?delete`} className={`${button("plain", "small")} mt-4`}>
          {t("deskSettings.policy.delete")}
        </a>
      )}
    </StaffPage>
  );
}
