import { useWords } from "~/ui/frame";

interface Props {
  path: string;
  number: string;
  subject: string;
}

/** Which ticket a page is about, and the way back to it. */
export function BackToTicket({ path, number, subject }: Props) {
  const { t } = useWords();
  return (
    <p className="mt-4">
      <a href={path} className="text-accent underline">
        <span className="sr-only">{t("tickets.back")} </span>
        <span dir="ltr">{number}</span> <bdi>{subject}</bdi>
      </a>
    </p>
  );
}
