import { type FieldMetadata, type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { languageCookie } from "~/http/words.server";
import { languageName } from "~/i18n";
import { handleFrom } from "~/models/core/users/handle";
import { isStaff } from "~/models/core/users/policy";
import { findShownEmail } from "~/models/core/users/queries.server";
import { type Board, listBoards } from "~/models/feedback/boards/queries.server";
import { mailPaces, type PreferenceField, preferencesDraft } from "~/models/feedback/preferences/draft";
import { findPreferences, savePreferences } from "~/models/feedback/preferences/preferences.server";
import { button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useFrame, useWords } from "~/ui/frame";
import { TimeZoneField } from "~/ui/time-zone-field";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireUser(args);
  const { db, words } = args.context;
  const [preferences, email, boards] = await Promise.all([
    findPreferences(db, viewer),
    findShownEmail(db, viewer),
    isStaff(viewer) ? listBoards(db, viewer) : ([] as Board[]),
  ]);
  return { head: { title: words.t("preferences.title"), isPrivate: true }, preferences, email, boards };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const preferences = await readForm(args, preferencesDraft);
  await savePreferences(args.context.db, { viewer, preferences });
  args.context.outgoing.setCookie(languageCookie, preferences.language);
  return doneAt("/me/preferences", args.context, "done.saved");
}

type Fields = Record<Exclude<PreferenceField, "boardIds">, string> & { boardIds: string[] };

export default function EditPreferences() {
  const words = useWords();
  const { t } = words;
  const { preferences, email, boards } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Fields>({
    id: "preferences",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: {
      ...preferences,
      name: preferences.name ?? "",
      // People who chose their name before there were handles.
      handle: preferences.handle ?? handleFrom(preferences.name ?? "") ?? "",
      digestHour: String(preferences.digestHour),
      digestDay: String(preferences.digestDay),
      movesInDigest: preferences.movesInDigest ? "yes" : "",
      isNamed: preferences.hidesName ? "" : "yes",
      boardIds: preferences.boardIds.map(String),
    },
  });
  return (
    <form method="post" noValidate className="preferences mx-auto max-w-2xl space-y-10">
      <div>
        <h1 className="text-2xl tracking-tight">{t("preferences.title")}</h1>
        <p className="mt-1 text-muted">
          <bdi>{email}</bdi>
        </p>
      </div>
      <FormProblem errors={form.errors} />
      <Part heading={t("preferences.you")}>
        <TextField field={fields.name} autoComplete="nickname" label={t("signIn.name")} />
        <TextField
          field={fields.handle}
          autoComplete="off"
          label={t("preferences.handle")}
          hint={t("preferences.handleHint")}
          dir="ltr"
        />
        <SelectField
          field={fields.language}
          label={t("site.language")}
          hint={t("preferences.languageHint")}
          options={useFrame().settings.languages.map((value) => ({ value, label: languageName(value) }))}
        />
        <TimeZoneField field={fields.timeZone} label={t("preferences.timeZone")} hint={t("preferences.timeZoneHint")} />
        <Tick
          name="isNamed"
          value="yes"
          isChosen={fields.isNamed.initialValue === "yes"}
          label={t("preferences.isNamed")}
          hint={t("preferences.isNamedHint")}
        />
      </Part>
      <Part heading={t("preferences.mail")} hint={t("preferences.mailHint")}>
        <Paces field={fields.mailPace} />
        <fieldset className="digest-wishes space-y-5">
          <legend className="sr-only">{t("preferences.digest")}</legend>
          <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
            <SelectField field={fields.digestHour} label={t("preferences.digestHour")} options={hours} />
            <div className="weekly-wish">
              <SelectField
                field={fields.digestDay}
                label={t("preferences.digestDay")}
                options={weekdays(words.language)}
              />
            </div>
          </div>
          <Tick
            name="movesInDigest"
            value="yes"
            isChosen={fields.movesInDigest.initialValue === "yes"}
            label={t("preferences.movesInDigest")}
            hint={t("preferences.movesInDigestHint")}
          />
        </fieldset>
      </Part>
      {boards.length > 0 && (
        <Part heading={t("preferences.boards")} hint={t("preferences.boardsHint")}>
          <fieldset className="space-y-2">
            <legend className="sr-only">{t("preferences.boards")}</legend>
            {boards.map(({ id, name }) => (
              <Tick
                key={id}
                name="boardIds"
                value={String(id)}
                isChosen={[fields.boardIds.initialValue ?? []].flat().includes(String(id))}
                label={name}
              />
            ))}
          </fieldset>
        </Part>
      )}
      <button type="submit" className={button()}>
        {t("form.save")}
      </button>
    </form>
  );
}

function Part({ heading, hint, children }: { heading: string; hint?: string; children: React.ReactNode }) {
  return (
    <section className="space-y-5">
      <div>
        <h2 className="text-lg">{heading}</h2>
        {hint && <p className="text-sm text-muted">{hint}</p>}
      </div>
      {children}
    </section>
  );
}

function Paces({ field }: { field: FieldMetadata<string> }) {
  const { t } = useWords();
  return (
    <fieldset className="space-y-3">
      <legend className="mb-2 text-sm font-medium">{t("preferences.pace")}</legend>
      {mailPaces.map((pace) => (
        <label key={pace} className="flex gap-3">
          <input
            type="radio"
            name={field.name}
            value={pace}
            defaultChecked={field.initialValue === pace}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          <span>
            <span className="block font-medium">{t(`preferences.paces.${pace}`)}</span>
            <span className="block text-sm text-muted">{t(`preferences.paceHints.${pace}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface TickProps {
  name: string;
  value: string;
  isChosen: boolean;
  label: string;
  hint?: string;
}

function Tick({ name, value, isChosen, label, hint }: TickProps) {
  return (
    <label className="flex gap-3">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isChosen}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span>
        <bdi className="block">{label}</bdi>
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

/** Monday, which is 1, to Sunday. */
function weekdays(language: string) {
  const name = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  const monday = 5;
  return Array.from({ length: 7 }, (_, i) => ({
    value: String(i + 1),
    label: name.format(new Date(Date.UTC(1970, 0, monday + i))),
  }));
}
