import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { placeOf } from "~/models/core/in-order";
import * as field from "~/models/core/text/fields";
import { listHandlers } from "~/models/core/users/queries.server";
import { listSavedRepliesFor } from "~/models/feedback/saved-replies/queries.server";
import { namedCategories } from "~/models/support/categories/category-name";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import { ruleDraft } from "~/models/support/routing/draft";
import { createRule, editRule } from "~/models/support/routing/edit-rules.server";
import { listRules } from "~/models/support/routing/list-rules.server";
import { tryRule } from "~/models/support/routing/try-rule.server";
import { button } from "~/ui/button";
import { Confirmed } from "~/ui/confirmed";
import { useWords } from "~/ui/frame";
import { OrderedList } from "~/ui/ordered-list";
import { StaffPage } from "../../staff-page";
import { DeskPages } from "./desk-pages";
import { RuleForm } from "./rule-form";
import { TriedRule } from "./tried-rule";

const page = "/staff/support/settings/routing";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const [rules, categories, team, replies] = await Promise.all([
    listRules(db),
    listTicketCategories(db, { archived: true }),
    listHandlers(db, viewer),
    listSavedRepliesFor(db, viewer, "ticket"),
  ]);
  const chosen = args.params.id ? rules.find(({ id }) => String(id) === args.params.id) : undefined;
  if (args.params.id && !chosen) throw new DomainError("notFound");
  return {
    head: { title: words.t("deskSettings.pages.routing"), isPrivate: true },
    rules,
    chosen,
    newId: uuid(),
    categories: namedCategories(words, categories),
    team,
    replies,
  };
}

/** With `?try` nothing is saved: what the rule would have done is shown below it. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { id: newId, ...draft } = await readForm(args, ruleDraft.extend({ id: field.newId() }));
  const { db, query, outgoing } = args.context;
  if (query.has("try"))
    return { tried: await tryRule(db, viewer, draft), form: outgoing.submission?.reply({ formErrors: [] }) };
  const id = Number(args.params.id);
  if (id) await editRule(db, { viewer, id, draft });
  else await createRule(db, { viewer, id: newId, draft });
  return doneAt(page, args.context, "done.saved");
}

export default function Routing() {
  const { t } = useWords();
  const { rules, chosen, newId, categories, team, replies } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const trial = result && "tried" in result ? result : undefined;
  return (
    <StaffPage current="settings">
      <DeskPages current="routing" />
      <p className="mt-4 max-w-2xl text-muted">{t("deskSettings.rule.intro")}</p>
      {rules.length > 0 && (
        <OrderedList
          page={page}
          rows={rules.map(({ id, name, occasion, isOff }) => ({
            id,
            name,
            shown: (
              <>
                <a href={`${page}/${id}`} className="font-medium wrap-anywhere no-underline hover:text-accent">
                  <bdi>{name}</bdi>
                </a>
                <p className="text-sm text-muted">
                  {isOff ? t("deskSettings.rule.off") : t(`deskSettings.rule.occasions.${occasion}`)}
                </p>
              </>
            ),
          }))}
        />
      )}
      {trial && <TriedRule tried={trial.tried} team={team} replies={replies} />}
      <RuleForm
        action={chosen ? `${page}/${chosen.id}` : page}
        chosen={chosen}
        newId={newId}
        place={chosen ? placeOf(rules, chosen) : rules.length + 1}
        choices={{ categories, team, replies }}
        lastResult={trial ? trial.form : result}
      />
      {chosen && (
        <div className="mt-4 max-w-2xl">
          <Confirmed
            label={t("deskSettings.rule.delete")}
            question={t("deskSettings.rule.deleteQuestion")}
            action={`${page}/${chosen.id}/delete`}
            className={button("plain", "small")}
          />
        </div>
      )}
    </StaffPage>
  );
}
