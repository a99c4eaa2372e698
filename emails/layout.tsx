import { Body } from "@react-email/body";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Html } from "@react-email/html";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { Text } from "@react-email/text";
import type { ReactNode } from "react";
import { light, portalLook, quiet, styleSheetOf } from "./look";
import type { FooterLinks } from "./props";
import type { Words } from "./words";

const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans Arabic", sans-serif';

interface LayoutProps {
  words: Words;
  /** What lists of mails show after the subject. */
  preview: string;
  /** Why the reader gets it, and how not to. Without it, the mail is none that one could end. */
  footer?: { why: string; links: FooterLinks };
  children: ReactNode;
}

/** What surrounds every mail; readable without pictures, in light and in dark. */
export function Layout({ words, preview, footer, children }: LayoutProps) {
  const { language, direction, t } = words;
  const { accents } = portalLook(words);
  const brand = { color: accents.light.accent, fontSize: "17px", fontWeight: 700, textDecoration: "none" };
  return (
    <Html lang={language} dir={direction}>
      <Head>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the selectors */}
        <style dangerouslySetInnerHTML={{ __html: styleSheetOf(accents) }} />
      </Head>
      <Preview>{preview}</Preview>
      <Body
        className="canvas"
        dir={direction}
        style={{ margin: 0, padding: "32px 12px", backgroundColor: light.canvas, fontFamily: font }}
      >
        {/* Some mail programs drop html and body: language and direction stand here once more. */}
        <Container
          lang={language}
          dir={direction}
          style={{ width: "100%", maxWidth: "560px", tableLayout: "fixed", textAlign: startOf(words) }}
        >
          <Text data-skip-in-text style={{ margin: "0 8px 16px", lineHeight: "1.4" }}>
            {footer ? (
              <Link href={footer.links.home} className="accent" style={brand}>
                {t("site.name")}
              </Link>
            ) : (
              <span className="accent" style={brand}>
                {t("site.name")}
              </span>
            )}
          </Text>
          <Card>{children}</Card>
          {footer && <Footer words={words} {...footer} />}
        </Container>
      </Body>
    </Html>
  );
}

export const startOf = ({ direction }: Words): "left" | "right" => (direction === "rtl" ? "right" : "left");

function Card({ children }: { children: ReactNode }) {
  const style = {
    padding: "32px",
    backgroundColor: light.surface,
    border: `1px solid ${light.line}`,
    borderRadius: "12px",
  };
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding="0"
      cellSpacing="0"
      style={{ tableLayout: "fixed", borderCollapse: "separate" }}
    >
      <tbody>
        <tr>
          <td className="surface" style={style}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Footer({ words: { t }, why, links }: { words: Words; why: string; links: FooterLinks }) {
  const small = { ...quiet, fontSize: "13px", margin: "0 8px 6px" };
  const ways = [
    { href: links.mute, label: t("mail.footer.mute") },
    { href: links.changelog, label: t("mail.footer.changelog") },
    { href: links.roadmap, label: t("mail.footer.roadmap") },
    { href: links.preferences, label: t("mail.footer.preferences") },
    { href: links.unsubscribe, label: t("mail.footer.unsubscribe") },
  ];
  return (
    <>
      <hr style={{ border: 0, margin: "0 0 16px" }} />
      <Text className="muted" style={small}>
        {why}
      </Text>
      {ways.map(
        ({ href, label }) =>
          href && (
            <div key={label} style={{ margin: "0 8px 6px", fontSize: "13px", lineHeight: "1.5" }}>
              <a href={href} className="muted action" style={{ color: light.muted, textDecoration: "underline" }}>
                {label}
              </a>
            </div>
          ),
      )}
    </>
  );
}
