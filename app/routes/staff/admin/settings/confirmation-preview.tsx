import { directionOf, type Language, wordsIn } from "~/i18n";
import { fillTicketGaps } from "~/models/core/settings/ticket-gaps";
import { useFrame } from "~/ui/frame";

const number = "ST-2026-0001";

/** The words of the mail that confirms a ticket, as its requester would read them in a language. */
export function ConfirmationPreview({ text, language }: { text: string; language: Language }) {
  const { viewer } = useFrame();
  const { t } = wordsIn(language);
  const filled = fillTicketGaps(text, {
    number,
    subject: t("settings.confirmation.subject"),
    name: viewer?.name ?? "",
    category: t("ticketCategory.technical_issue"),
  });
  const said = (filled || t("mail.ticket.received.text", { number })).split(/\n{2,}/);
  return (
    <div lang={language} dir={directionOf(language)} className="space-y-2">
      <p className="font-medium">{t("mail.ticket.received.heading")}</p>
      {said.map((paragraph) => (
        <p key={paragraph} className="wrap-anywhere">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
