import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { control } from "~/ui/form";
import { useWords } from "~/ui/frame";
import { Segments } from "~/ui/segments";
import { type OutboxView, outboxPath, parts } from "./outbox-path";

interface Props {
  mail: {
    id: string;
    to: string;
    subject: string | null;
    html: string | null;
    text: string | null;
    headers: Record<string, string>;
  };
  view: OutboxView;
}

/** One mail of the outbox, in one of its parts. */
export function Mail({ mail, view }: Props) {
  const { t } = useWords();
  const choices = parts.map((part) => ({
    key: part,
    href: outboxPath({ ...view, id: mail.id, part }),
    name: t(`outbox.part.${part}`),
    isCurrent: part === view.part,
  }));
  return (
    <article className={`${card} h-fit min-w-0 p-5`}>
      <h2 dir="auto" className="text-lg">
        {mail.subject}
      </h2>
      <p className="mt-1 text-sm text-muted">{t("outbox.to", { to: mail.to })}</p>
      <Segments label={t("outbox.parts")} choices={choices} className="my-4" />
      {view.part === "html" && mail.html && <HtmlPart mail={mail} />}
      {view.part === "text" && <TextPart text={mail.text ?? ""} />}
      {view.part === "headers" && <HeaderPart mail={mail} />}
      {mail.headers["Reply-To"] && <ReplyForm id={mail.id} />}
    </article>
  );
}

/** Sends a mail as the reader's own program would: to the reply address, with what it answers quoted. */
function ReplyForm({ id }: { id: string }) {
  const { t } = useWords();
  return (
    <form method="post" action={`/dev/outbox/${id}/reply`} className="mt-5 space-y-3 border-t border-line pt-5">
      <label className="block space-y-1.5 text-sm">
        <span className="block font-medium">{t("outbox.reply")}</span>
        <textarea name="text" required rows={4} dir="auto" className={control} />
      </label>
      <button type="submit" className={button("quiet")}>
        {t("outbox.sendReply")}
      </button>
    </form>
  );
}

/** A document of its own (app/endpoints/mail-frame), in which nothing runs; its links open elsewhere. */
function HtmlPart({ mail: { id, subject } }: Pick<Props, "mail">) {
  return (
    <iframe
      src={`/dev/outbox/${id}/html`}
      title={subject ?? ""}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      className="h-[75vh] w-full rounded-lg border border-line"
    />
  );
}

/** With its addresses as links. */
function TextPart({ text }: { text: string }) {
  return (
    <pre dir="auto" className="font-sans wrap-anywhere whitespace-pre-wrap">
      {text.split(/(https?:\/\/\S+)/).map((piece, i) => {
        const key = `${i}`;
        if (i % 2 === 0) return <span key={key}>{piece}</span>;
        return (
          <a key={key} href={piece} className="text-accent underline">
            {piece}
          </a>
        );
      })}
    </pre>
  );
}

function HeaderPart({ mail: { to, subject, headers } }: Pick<Props, "mail">) {
  const { t } = useWords();
  const lines = { [t("outbox.header.to")]: to, [t("outbox.header.subject")]: subject ?? "", ...headers };
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
      {Object.entries(lines).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="font-medium">
            <bdi>{name}</bdi>
          </dt>
          <dd dir="auto" className="mb-2 wrap-anywhere text-muted">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
