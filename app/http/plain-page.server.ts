import type { Response } from "express";
import type { Words } from "~/i18n";

/** A page that needs neither the database nor Remix, for when there is nothing else to show. */
export function sendPlainPage(response: Response, words: Words, status: number, sentence: string): void {
  const { t, language, direction } = words;
  const retry = status === 503 ? '<meta http-equiv="refresh" content="10">' : "";
  if (status === 503) response.setHeader("Retry-After", "10");
  response
    .status(status)
    .type("html")
    .send(
      `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8">${retry}` +
        `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${t("site.name")}</title></head>` +
        `<body><h1>${t("site.name")}</h1><p role="alert">${sentence}</p><p><a href="">${t("problems.tryAgain")}</a></p></body></html>`,
    );
}
