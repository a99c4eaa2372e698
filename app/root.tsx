import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import stylesheet from "./app.css?url";
import { picturePath } from "./models/core/settings/portal-picture";
import { nameOfStyle } from "./models/core/settings/portal-style";
import { button } from "./ui/button";
import { useFrame } from "./ui/frame";
import { PageHead, useHead } from "./ui/head";
import { Page } from "./ui/page";

export default function Root() {
  const { t } = useFrame().words;
  const isEmbedded = useHead()?.isEmbedded;
  return (
    <Document head={<PageHead fallback={t("site.name")} />} isEmbedded={isEmbedded}>
      <Outlet />
    </Document>
  );
}

/** In tabs, and on the screens of phones; where the portal has one of its own, nothing says the product's name. */
function Icons({ icon }: { icon: string | undefined }) {
  if (icon) {
    return (
      <>
        <link rel="icon" href={icon} type="image/png" />
        <link rel="apple-touch-icon" href={icon} />
      </>
    );
  }
  return (
    <>
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href="/manifest.webmanifest" />
    </>
  );
}

/** Remix's own scripts are left out: pages are documents, and behaviours are small elements (docs/decisions/001). */
function Document({ head, isEmbedded, children }: { head: ReactNode; isEmbedded?: boolean; children: ReactNode }) {
  const { words, settings, theme, script, isHotReloading } = useFrame();
  const style = nameOfStyle(settings);
  return (
    <html lang={words.language} dir={words.direction} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        {head}
        <Icons icon={picturePath(settings, "icon")} />
        <link rel="stylesheet" href={stylesheet} />
        {style && <link rel="stylesheet" href={`/portal-${style}.css`} />}
        <script type="module" src={script} />
        {isHotReloading && <script type="module" src="/@vite/client" />}
      </head>
      <body>{isEmbedded ? <main className="p-3">{children}</main> : <Page>{children}</Page>}</body>
    </html>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useFrame().words;
  const { status, sentence } = isRouteErrorResponse(error)
    ? { status: error.status, sentence: error.data?.sentence as string | undefined }
    : { status: 500, sentence: undefined };
  const kind = status === 404 ? "notFound" : status === 403 ? "forbidden" : status === 503 ? "away" : "unexpected";
  return (
    <Document head={<title>{t(`failure.${kind}.title`)}</title>}>
      <div className="mx-auto max-w-xl py-16 text-center">
        <p className="text-sm font-semibold text-accent">{status}</p>
        <h1 className="mt-2 text-2xl">{t(`failure.${kind}.title`)}</h1>
        <p className="mt-3 text-muted">{sentence ?? t(`failure.${kind}.text`)}</p>
        <p className="mt-1 text-muted">{t(`failure.${kind}.help`)}</p>
        <p className="mt-8">
          <a href="/" className={button()}>
            {t("failure.home")}
          </a>
        </p>
      </div>
    </Document>
  );
}
