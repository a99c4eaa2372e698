import { Body, Container, Head, Html, Preview } from "@react-email/components";
import type { ReactNode } from "react";
import type { Words } from "./words";

const font = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/** What surrounds every mail; readable without pictures, in light and in dark. */
export function Layout({ words, preview, children }: { words: Words; preview: string; children: ReactNode }) {
  return (
    <Html lang={words.language} dir={words.direction}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
      </Head>
      <Preview>{preview}</Preview>
      <Body style={{ margin: 0, padding: "24px 12px", fontFamily: font, fontSize: "16px", lineHeight: "1.55" }}>
        <Container style={{ maxWidth: "560px" }}>{children}</Container>
      </Body>
    </Html>
  );
}
