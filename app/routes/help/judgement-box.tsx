import type { Judgement } from "~/models/help/judgements/judge-article.server";
import { articleReasons, judgementLimits } from "~/models/help/judgements/judgement";
import { button } from "~/ui/button";
import { control } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { Honeypot } from "~/ui/honeypot";

interface Props {
  number: number;
  /** In which the article was read. */
  language: string;
  judgement: Judgement | undefined;
  errors?: string[];
}

/** Asks whether an article has helped; or says what its reader has said, for them to say why, or to take it back. */
export function JudgementBox({ judgement, errors, ...of }: Props) {
  const { t } = useWords();
  if (!judgement) return <Question {...of} />;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <p tabIndex={-1} data-said className="font-medium outline-none">
          {t(judgement.isHelpful ? "helpful.thanks" : "helpful.sorry")}
        </p>
        <form method="post" action={`/help/judgements/${of.number}`}>
          <input type="hidden" name="language" value={of.language} />
          <button type="submit" name="helpful" value="none" className={button("quiet", "small")}>
            {t("helpful.takeBack")}
          </button>
        </form>
      </div>
      {!judgement.isHelpful && <Reason {...of} judgement={judgement} errors={errors} />}
    </>
  );
}

type Of = Pick<Props, "number" | "language">;

function Question({ number, language }: Of) {
  const { t } = useWords();
  return (
    <form method="post" action={`/help/judgements/${number}`} className="flex flex-wrap items-center gap-3">
      <p id="helpful" tabIndex={-1} data-said className="font-medium outline-none">
        {t("helpful.question")}
      </p>
      <Honeypot />
      <input type="hidden" name="language" value={language} />
      {(["yes", "no"] as const).map((value) => (
        <button
          key={value}
          type="submit"
          name="helpful"
          value={value}
          aria-describedby="helpful"
          className={button("quiet", "small")}
        >
          {t(`helpful.${value}`)}
        </button>
      ))}
    </form>
  );
}

function Reason({ number, language, judgement, errors }: Of & { judgement: Judgement; errors: string[] | undefined }) {
  const { t } = useWords();
  const { reason, words } = judgement;
  return (
    <form method="post" action={`/help/judgements/${number}`} className="mt-4 max-w-xl space-y-4">
      <FormProblem errors={errors} />
      <Honeypot />
      <input type="hidden" name="language" value={language} />
      <fieldset>
        <legend className="text-sm font-medium">{t("helpful.why")}</legend>
        <div className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
          {articleReasons.map((value) => (
            <label key={value} className="inline-flex items-center gap-2 text-sm">
              <input
                type="radio"
                name="reason"
                value={value}
                defaultChecked={reason === value}
                className="size-4 accent-accent"
              />
              {t(`helpful.reason.${value}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="block space-y-1.5 text-sm">
        <span className="block font-medium">
          {t("helpful.words")} <span className="font-normal text-muted">{t("form.optional")}</span>
        </span>
        <textarea
          name="words"
          rows={3}
          dir="auto"
          maxLength={judgementLimits.words.max}
          defaultValue={words ?? ""}
          className={control}
        />
      </label>
      <button type="submit" name="helpful" value="no" className={button("quiet")}>
        {t(reason || words ? "helpful.change" : "helpful.send")}
      </button>
    </form>
  );
}
