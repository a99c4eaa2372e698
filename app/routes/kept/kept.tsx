import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAsker } from "~/http/asker.server";
import { requireUser } from "~/http/guards.server";
import { isTextName, isWritten } from "~/http/written-fields";
import { dropKeptForm, findKeptForm } from "~/models/core/sign-in/kept-forms.server";
import { button } from "~/ui/button";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";

export async function loader(args: LoaderFunctionArgs) {
  requireUser(args);
  const asker = readAsker(args.request);
  const form = asker && (await findKeptForm(args.context.db, asker));
  if (!form) throw redirect("/");
  const fields = form.fields.map(([name, value]) => ({ name, value, isWritten: isWritten(name, value) }));
  return { head: { title: args.context.words.t("kept.title"), isPrivate: true }, fields };
}

/** On to where the form was going, with all that it says: 307 has the browser send it again. */
export async function action(args: ActionFunctionArgs) {
  requireUser(args);
  const { db } = args.context;
  const asker = readAsker(args.request);
  const form = asker && (await findKeptForm(db, asker));
  if (!form) throw redirect("/", 303);
  await dropKeptForm(db, asker);
  return redirect(form.action, 307);
}

export default function Kept() {
  const { t } = useWords();
  const { fields } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-2xl tracking-tight">{t("kept.title")}</h1>
      <p className="mt-1 text-muted">{t("kept.intro")}</p>
      <form method="post" action="/kept" className="mt-6 space-y-5">
        {fields.map(({ name, value, isWritten }, i) =>
          isWritten ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: fields have no other, and do not move
            <label key={i} className="block">
              <span className="mb-1 block font-medium">{t(`kept.fields.${isTextName(name) ? name : "other"}`)}</span>
              <textarea
                name={name}
                defaultValue={value}
                rows={Math.min(16, value.split("\n").length + 1)}
                dir="auto"
                className={control}
              />
            </label>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <input key={i} type="hidden" name={name} value={value} />
          ),
        )}
        <button type="submit" className={button()}>
          {t("kept.send")}
        </button>
      </form>
      <form method="post" action="/kept/discard" className="mt-3">
        <button type="submit" className={button("quiet")}>
          {t("kept.discard")}
        </button>
      </form>
    </div>
  );
}
