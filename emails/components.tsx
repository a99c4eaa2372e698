import { Button } from "@react-email/button";
import { Heading } from "@react-email/heading";
import { Text } from "@react-email/text";
import type { ReactNode } from "react";
import { startOf } from "./layout";
import { accentOf, chipOf, light, paragraph, quiet, wrap } from "./look";
import { oneLine } from "./one-line";
import type { FileLink, Post, Status } from "./props";
import { quoteHtml } from "./quote-html";
import type { Words } from "./words";

// What mails are made of, in the order in which a reader meets it.

export function Title({ children }: { children: string }) {
  return (
    <Heading dir="auto" className="ink" style={{ ...title, fontSize: "22px", margin: "0 0 16px" }}>
      {oneLine(children)}
    </Heading>
  );
}

const title = { color: light.ink, fontWeight: 700, lineHeight: "1.3", textAlign: "inherit", ...wrap } as const;

/** One of several posts that a mail tells of. */
export function PostTitle({ post }: { post: Post }) {
  return (
    <Heading as="h2" dir="auto" style={{ ...title, fontSize: "18px", margin: "0 0 12px" }}>
      <a href={post.link} className="ink" style={{ color: light.ink, textDecoration: "none" }}>
        {oneLine(post.title)}
      </a>
    </Heading>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={paragraph}>
      {children}
    </Text>
  );
}

export function Quiet({ children }: { children: ReactNode }) {
  return (
    <Text className="muted" style={quiet}>
      {children}
    </Text>
  );
}

export function StatusChip({ status, words }: { status: Status; words: Words }) {
  const { className, ...colors } = chipOf(words, status);
  const shape = { borderRadius: "999px", padding: "3px 10px", fontSize: "14px", fontWeight: 600, whiteSpace: "nowrap" };
  return (
    <span className={className} style={{ ...shape, ...colors } as object}>
      {words.t(`status.${status}`)}
    </span>
  );
}

/** `Open → Planned` */
export function StatusChange({ from, to, words }: { from: Status; to: Status; words: Words }) {
  return (
    <Text className="muted" style={{ margin: "0 0 16px", fontSize: "14px", lineHeight: "2", color: light.muted }}>
      {words.t(`status.${from}`)} {words.direction === "rtl" ? "←" : "→"} <StatusChip status={to} words={words} />
    </Text>
  );
}

interface QuoteProps {
  words: Words;
  html: string;
  home: string;
  /** Where the rest of it stands. */
  link: string;
  /** Characters; what is longer ends in a link. */
  longest: number;
  /** The team speaks. */
  isAnswer?: boolean;
}

/** Quotes HTML that somebody wrote, cut after `longest` characters. */
export function Quote({ words, html, home, link, longest, isAnswer = false }: QuoteProps) {
  const { t } = words;
  const { accent } = accentOf(words);
  const start = startOf(words);
  const quote = quoteHtml(html, { home, longest, start, accent, picture: t("mail.picture") });
  const side = start === "right" ? "borderRight" : "borderLeft";
  return (
    <blockquote
      dir="auto"
      className={isAnswer ? "quote answer" : "quote"}
      style={{
        ...paragraph,
        margin: "0 0 16px",
        padding: "14px 16px 2px",
        backgroundColor: light.sunken,
        borderRadius: "6px",
        [side]: `3px solid ${isAnswer ? accent : light.line}`,
      }}
    >
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was written, and rebuilt from known elements here */}
      <div dangerouslySetInnerHTML={{ __html: quote.html }} />
      {quote.isCut && (
        <div dir={words.direction} style={{ margin: "0 0 12px" }}>
          <a href={link} className="action" style={{ color: accent }}>
            {t("mail.readOn")}
          </a>
        </div>
      )}
    </blockquote>
  );
}

/** Files that go along: none is in the mail itself. */
export function FileLinks({ words, files = [] }: { words: Words; files?: FileLink[] }) {
  if (files.length === 0) return null;
  return (
    <>
      <Quiet>{words.t("mail.ticket.files")}</Quiet>
      <ul style={{ ...paragraph, margin: "0 0 16px", paddingInlineStart: "20px" }}>
        {files.map(({ name, bytes, link }) => (
          <li key={link}>
            <a href={link} className="action" style={{ color: accentOf(words).accent }}>
              <bdi>{oneLine(name)}</bdi> ({words.bytes(bytes)})
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ActionProps {
  words: Words;
  href: string;
  children: string;
  isSecond?: boolean;
}

/** The one thing to do, or with a frame only, another that may be done. */
export function Action({ words, href, children, isSecond = false }: ActionProps) {
  const { accent, onAccent } = accentOf(words);
  const colors = isSecond
    ? { color: accent, border: `1px solid ${accent}`, padding: "10px 20px" }
    : { color: onAccent, backgroundColor: accent, padding: "12px 22px" };
  return (
    <div style={{ margin: isSecond ? "0" : "24px 0 0" }}>
      <Button
        href={href}
        className={isSecond ? "outline action" : "button action"}
        style={{ ...colors, borderRadius: "8px", fontSize: "16px", fontWeight: 600 }}
      >
        {children}
      </Button>
    </div>
  );
}

/** A thin line between two parts. */
export function Rule() {
  return (
    <div
      data-skip-in-text
      className="line"
      style={{ borderTop: `1px solid ${light.line}`, margin: "28px 0", fontSize: "1px", lineHeight: "1px" }}
    />
  );
}
