import { type SubmissionResult, useForm } from "@conform-to/react";
import { button } from "./button";
import { card } from "./card";
import { TextField } from "./form";
import { FormProblem } from "./form-problem";
import { useViewer, useWords } from "./frame";

interface Props {
  about: "changelog" | "roadmap";
  /** Of the page that it belongs to. */
  path: string;
  hasSubscribed: boolean;
  lastResult?: unknown;
}

/** What is new by mail: for members by a click, for everybody else by a mail that asks back. */
export function SubscriptionBox({ about, path, hasSubscribed, lastResult }: Props) {
  const { t } = useWords();
  const viewer = useViewer();
  return (
    <section aria-labelledby="subscription" data-current="subscription" className={`${card} space-y-3 p-4`}>
      <h2 id="subscription" className="text-sm">
        {t("subscription.title")}
      </h2>
      <p className="text-sm text-muted">{t(`subscription.${about}.${hasSubscribed ? "on" : "intro"}`)}</p>
      {viewer ? (
        <form method="post" action={`${path}/subscription${hasSubscribed ? "/end" : ""}`}>
          <button type="submit" className={button(hasSubscribed ? "quiet" : "primary", "small")}>
            {t(hasSubscribed ? "subscription.stop" : `subscription.${about}.member`)}
          </button>
        </form>
      ) : (
        <AddressForm path={path} lastResult={lastResult} />
      )}
    </section>
  );
}

function AddressForm({ path, lastResult }: Pick<Props, "path" | "lastResult">) {
  const { t } = useWords();
  const [form, fields] = useForm<{ email: string }>({
    id: "subscribe",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
  });
  return (
    <form method="post" action={`${path}/subscription`} noValidate className="space-y-3">
      <FormProblem errors={form.errors} />
      <TextField field={fields.email} type="email" autoComplete="email" label={t("subscription.email")} dir="ltr" />
      <button type="submit" className={button("primary", "small")}>
        {t("subscription.submit")}
      </button>
    </form>
  );
}
