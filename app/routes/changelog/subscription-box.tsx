import { type SubmissionResult, useForm } from "@conform-to/react";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useViewer, useWords } from "~/ui/frame";

/** New entries by mail: for members by a click, for everybody else by a mail that asks back. */
export function SubscriptionBox({ hasSubscribed, lastResult }: { hasSubscribed: boolean; lastResult?: unknown }) {
  const { t } = useWords();
  const viewer = useViewer();
  return (
    <section aria-labelledby="subscription" className={`${card} space-y-3 p-4`}>
      <h2 id="subscription" className="text-sm">
        {t("changelog.subscription.title")}
      </h2>
      <p className="text-sm text-muted">{t(`changelog.subscription.${hasSubscribed ? "on" : "intro"}`)}</p>
      {viewer ? <MemberForm hasSubscribed={hasSubscribed} /> : <AddressForm lastResult={lastResult} />}
    </section>
  );
}

function MemberForm({ hasSubscribed }: { hasSubscribed: boolean }) {
  const { t } = useWords();
  return (
    <form method="post" action={hasSubscribed ? "/changelog/subscription/end" : "/changelog/subscription"}>
      <button type="submit" className={button(hasSubscribed ? "quiet" : "primary", "small")}>
        {t(`changelog.subscription.${hasSubscribed ? "stop" : "member"}`)}
      </button>
    </form>
  );
}

function AddressForm({ lastResult }: { lastResult: unknown }) {
  const { t } = useWords();
  const [form, fields] = useForm<{ email: string }>({
    id: "subscribe",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
  });
  return (
    <form method="post" action="/changelog/subscription" noValidate className="space-y-3">
      <FormProblem errors={form.errors} />
      <TextField
        field={fields.email}
        type="email"
        autoComplete="email"
        label={t("changelog.subscription.email")}
        dir="ltr"
      />
      <button type="submit" className={button("primary", "small")}>
        {t("changelog.subscription.submit")}
      </button>
    </form>
  );
}
