import type { ReactNode } from "react";
import { Action, Paragraph, Quiet, Title } from "./components";
import { compose } from "./compose";
import { Layout, startOf } from "./layout";
import { accentOf, light, paragraph, wrap } from "./look";
import type { Mail, Words } from "./words";

export interface WeeklyReportProps {
  words: Words;
  /** The days of the week. */
  first: string;
  last: string;
  /** Each with what it was in that week and in the one before, in words. */
  figures: { name: string; now: string; before: string }[];
  /** What was late: how often, and of which tickets, as many as are named. */
  late: { name: string; count: number; tickets: NamedTicket[] }[];
  /** Who waits longest for an answer. */
  waiting: (NamedTicket & { time: string })[];
  links: { figures: string };
}

interface NamedTicket {
  number: string;
  link: string;
}

/** How the support desk did in a week, for those of the team who asked to hear of it. */
export function weeklyReportMail(props: WeeklyReportProps): Promise<Mail> {
  return compose(subjectOf(props), <WeeklyReport {...props} />);
}

const subjectOf = ({ words: { t, date }, first, last }: WeeklyReportProps): string =>
  t("mail.report.subject", { first: date(first), last: date(last) });

function WeeklyReport(props: WeeklyReportProps) {
  const { words, figures, late, waiting, links } = props;
  const { t } = words;
  const [opened] = figures;
  return (
    <Layout words={words} preview={opened ? `${opened.name}: ${opened.now}` : subjectOf(props)}>
      <Title>{subjectOf(props)}</Title>
      <Figures words={words} figures={figures} />
      <Part title={t("mail.report.late")}>
        {late.length === 0 && <Paragraph>{t("mail.report.nothingLate")}</Paragraph>}
        {late.length > 0 && (
          <List>
            {late.map(({ name, count, tickets }) => (
              <li key={name}>
                {name}: {words.number(count)}
                {" – "}
                {tickets.map(({ number, link }, i) => (
                  <span key={number}>
                    {i > 0 && ", "}
                    <TicketLink words={words} number={number} link={link} />
                  </span>
                ))}
                {count > tickets.length && ` ${t("mail.report.more", { count: count - tickets.length })}`}
              </li>
            ))}
          </List>
        )}
      </Part>
      <Part title={t("mail.report.waiting")}>
        {waiting.length === 0 && <Paragraph>{t("mail.report.nobodyWaits")}</Paragraph>}
        {waiting.length > 0 && (
          <List>
            {waiting.map(({ number, link, time }) => (
              <li key={number}>
                <TicketLink words={words} number={number} link={link} />: {time}
              </li>
            ))}
          </List>
        )}
      </Part>
      <Action words={words} href={links.figures}>
        {t("mail.report.open")}
      </Action>
      <div style={{ height: "24px" }} />
      <Quiet>{t("mail.report.why")}</Quiet>
    </Layout>
  );
}

function Figures({ words, figures }: Pick<WeeklyReportProps, "words" | "figures">) {
  const { t } = words;
  const cell = { padding: "8px 0", borderTop: `1px solid ${light.line}`, verticalAlign: "top", ...wrap } as const;
  const end = { ...cell, textAlign: startOf(words) === "left" ? "right" : "left", paddingInlineStart: "12px" } as const;
  const head = { borderTop: "none", fontWeight: 600 } as const;
  return (
    <table className="data ink" width="100%" cellPadding="0" cellSpacing="0" style={{ ...paragraph, fontSize: "15px" }}>
      <thead>
        <tr>
          <th scope="col" style={{ ...cell, ...head, textAlign: startOf(words) }}>
            {t("mail.report.figure")}
          </th>
          <th scope="col" style={{ ...end, ...head }}>
            {t("mail.report.now")}
          </th>
          <th scope="col" style={{ ...end, ...head }}>
            {t("mail.report.before")}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ name, now, before }) => (
          <tr key={name}>
            <th scope="row" className="line" style={{ ...cell, textAlign: startOf(words), fontWeight: 400 }}>
              {name}
            </th>
            <td className="line" style={{ ...end, fontWeight: 600 }}>
              {now}
            </td>
            <td className="line" style={end}>
              {before}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2 className="ink" style={{ color: light.ink, fontSize: "18px", lineHeight: "1.3", margin: "28px 0 8px" }}>
        {title}
      </h2>
      {children}
    </>
  );
}

function List({ children }: { children: ReactNode }) {
  return (
    <ul className="ink" style={{ ...paragraph, paddingInlineStart: "20px" }}>
      {children}
    </ul>
  );
}

function TicketLink({ words, number, link }: NamedTicket & { words: Words }) {
  return (
    <a href={link} className="accent" style={{ color: accentOf(words).accent }}>
      <bdi dir="ltr">{number}</bdi>
    </a>
  );
}
