import { type SubmissionResult, useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { proceed } from "~/http/after-sign-in.server";
import { readForm } from "~/http/forms.server";
import { safePath } from "~/http/paths.server";
import { nameDraft } from "~/models/core/users/draft";
import { setName } from "~/models/core/users/set-name.server";
import { button } from "~/ui/button";
import { TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { SignInCard } from "./sign-in-card";

export async function loader({ context: { viewer, words, query } }: LoaderFunctionArgs) {
  const next = safePath(query.text("next", 2000));
  if (!viewer) throw redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  return {
    head: { title: words.t("signIn.nameTitle"), isPrivate: true },
    next,
    name: viewer.name ?? query.text("name"),
  };
}

const form = nameDraft.extend({ next: z.string().optional() });

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { viewer, db } = context;
  if (!viewer) throw redirect("/sign-in", 303);
  const { name, next } = await readForm(args, form);
  await setName(db, { viewer, name });
  return proceed({ request, context, user: { ...viewer, name }, next });
}

export default function ChooseName() {
  const { t } = useWords();
  const { next, name } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ name: string; next: string }>({
    id: "name",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: { name },
  });
  return (
    <SignInCard heading={t("signIn.nameHeading")} intro={t("signIn.nameIntro")}>
      <form method="post" action="/sign-in/name" noValidate className="mt-6 space-y-5">
        <FormProblem errors={form.errors} />
        <input type="hidden" name="next" value={next} />
        <TextField field={fields.name} autoComplete="nickname" label={t("signIn.name")} hint={t("signIn.nameHint")} />
        <button type="submit" className={`${button()} w-full`}>
          {t("signIn.nameSubmit")}
        </button>
      </form>
    </SignInCard>
  );
}
