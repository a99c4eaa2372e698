import { type SubmissionResult, useForm } from "@conform-to/react";
import { tokenLives } from "~/models/core/tokens/draft";
import { scopes, type TokenScope } from "~/models/core/tokens/scopes";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { FieldError, SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { Tick } from "~/ui/tick";

interface Props {
  /** Of the token that the form would make; another each time the page is shown. */
  newId: string;
  /** The scopes to choose from. */
  offered: TokenScope[];
  /** The form as it was refused. */
  refused: SubmissionResult<string[]> | undefined;
}

/** What a new token is called, what it is for, and how long. */
export function TokenForm({ newId, offered, refused }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<{ name: string; life: string; scopes: string[] }>({
    id: "token",
    lastResult: refused,
    defaultValue: { life: "90" },
  });
  const chosen = [fields.scopes.initialValue ?? []].flat();
  return (
    <form method="post" action="/me/tokens" noValidate className={`${card} mt-8 max-w-lg space-y-5 p-5`}>
      <h2 className="text-lg">{t("tokens.new")}</h2>
      <FormProblem errors={form.errors} />
      <input type="hidden" name="id" value={newId} />
      <TextField field={fields.name} label={t("tokens.name")} hint={t("tokens.nameHint")} autoComplete="off" />
      <fieldset aria-describedby={fields.scopes.errors ? fields.scopes.errorId : undefined}>
        <legend className="mb-1.5 text-sm font-medium">{t("tokens.scopes")}</legend>
        <div className="space-y-1.5">
          {offered.map((scope) => (
            <Tick
              key={scope}
              name={fields.scopes.name}
              value={scope}
              isChosen={chosen.includes(scope)}
              label={t(`tokens.scope.${scopes[scope].words}`)}
            />
          ))}
        </div>
        <FieldError field={fields.scopes} />
      </fieldset>
      <SelectField
        field={fields.life}
        label={t("tokens.life")}
        options={tokenLives.map((value) => ({ value, label: t(`tokens.ends.${value}`) }))}
      />
      <button type="submit" className={button()}>
        {t("tokens.make")}
      </button>
    </form>
  );
}

/** In place of the form, for somebody whose session is older. */
export function SignInFirst() {
  const { t } = useWords();
  return (
    <div className="mt-8">
      <p>{t("tokens.signInAgain")}</p>
      <a href="/sign-in/again?next=%2Fme%2Ftokens" className={`${button("quiet")} mt-3`}>
        {t("tokens.signIn")}
      </a>
    </div>
  );
}
