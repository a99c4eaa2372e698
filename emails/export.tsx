import { Action, Paragraph, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout } from "./layout";
import type { Mail, Words } from "./words";

export interface ExportProps {
  words: Words;
  /** Where it is downloaded. */
  link: string;
  /** How long it is kept. */
  days: number;
}

/** The export that somebody asked for is ready. */
export function exportMail(props: ExportProps): Promise<Mail> {
  return compose(props.words.t("mail.export.subject"), <Export {...props} />);
}

function Export({ words, link, days }: ExportProps) {
  const { t, number } = words;
  const life = { days: number(days) };
  return (
    <Layout words={words} preview={t("mail.export.preview", life)}>
      <Title>{t("mail.export.heading")}</Title>
      <Paragraph>{t("mail.export.intro")}</Paragraph>
      <Action words={words} href={link}>
        {t("mail.export.button")}
      </Action>
      <div style={{ height: "24px" }} />
      <Quiet>{t("mail.export.life", life)}</Quiet>
    </Layout>
  );
}
