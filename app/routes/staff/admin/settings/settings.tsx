import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireAdmin, requireFresh } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import { DomainError } from "~/models/core/domain-error";
import { formOf, valuesOf } from "~/models/core/settings/form";
import { versionOf } from "~/models/core/settings/section-version.server";
import { namesIn, picturesIn, type Section, sections } from "~/models/core/settings/table";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { FormProblem } from "~/ui/form-problem";
import { useFrame, useWords } from "~/ui/frame";
import { Segments } from "~/ui/segments";
import { StaffPage } from "../../staff-page";
import { DeskPages } from "../../support/settings/desk-pages";
import { ConfirmationPreview } from "./confirmation-preview";
import { PictureForm } from "./picture-form";
import { Setting } from "./setting";

export async function loader(args: LoaderFunctionArgs) {
  requireAdmin(args);
  const section = requireSection(args.params);
  const { portal, words } = args.context;
  const title = `${words.t(`settings.sections.${section}`)} · ${words.t("staff.settings.title")}`;
  const seen = versionOf(section, portal.settings);
  return { head: { title, isPrivate: true }, section, seen, values: valuesOf(section, portal.settings) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const section = requireSection(args.params);
  requireFresh(args);
  const { seen: version, ...values } = await readForm(args, formOf(section));
  const seen = version === undefined ? undefined : { section, version };
  await changeSettings(args.context.db, { viewer, values, seen });
  return doneAt(addressOf(section), args.context, "done.saved");
}

function requireSection({ section = sections[0] }: { section?: string }): Section {
  const found = sections.find((one) => one === section);
  if (!found) throw new DomainError("notFound");
  return found;
}

const addressOf = (section: Section): string =>
  section === sections[0] ? "/staff/settings" : `/staff/settings/${section}`;

export default function SettingsPage() {
  const { t } = useWords();
  const { section } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="settings">
      <Segments
        label={t("settings.sections.label")}
        className="mt-6"
        wraps
        choices={sections.map((key) => ({
          key,
          href: addressOf(key),
          name: t(`settings.sections.${key}`),
          isCurrent: key === section,
        }))}
      />
      {section === "support" && <DeskPages current="mails" />}
      <p className="mt-4 max-w-2xl text-muted">{t(`settings.intro.${section}`)}</p>
      <SectionForm key={section} />
      {picturesIn(section).map((name) => (
        <PictureForm key={name} name={name} />
      ))}
      {section === "support" && <Confirmations />}
    </StaffPage>
  );
}

function SectionForm() {
  const { t } = useWords();
  const { section, seen, values } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Record<string, string>>({
    id: "settings",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: values as never,
  });
  return (
    <form method="post" action={addressOf(section)} noValidate className={`${card} mt-4 max-w-2xl space-y-6 p-5`}>
      <FormProblem errors={form.errors} />
      <input type="hidden" name="seen" value={seen} />
      {namesIn(section).map((name) => (
        <Setting key={name} name={name} field={fields[name] as never} />
      ))}
      <button type="submit" className={button()}>
        {t("form.save")}
      </button>
    </form>
  );
}

/** What whoever opens a ticket is told, as it is saved. */
function Confirmations() {
  const { settings, words } = useFrame();
  return (
    <section aria-labelledby="confirmations" className={`${card} mt-4 max-w-2xl space-y-4 p-5`}>
      <h2 id="confirmations" className="text-lg">
        {words.t("settings.confirmation.heading")}
      </h2>
      {settings.languages.map((language) => (
        <ConfirmationPreview key={language} language={language} text={settings.confirmationText[language]} />
      ))}
    </section>
  );
}
