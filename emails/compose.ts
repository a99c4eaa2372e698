import { convert, type HtmlToTextOptions } from "html-to-text";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { oneLine } from "./one-line";
import type { Mail } from "./words";

const textOptions: HtmlToTextOptions = {
  wordwrap: false,
  formatters: {
    // A button or a link of ours: what it does, then where it leads.
    action: ({ children, attribs }, walk, builder) => {
      walk(children, builder);
      builder.addInline(`: ${attribs?.href ?? ""}`, { noWordTransform: true });
    },
  },
  selectors: [
    { selector: "img", format: "skip" },
    { selector: "[data-skip-in-text=true]", format: "skip" },
    ...["h1", "h2", "h3"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
    { selector: "a.action", format: "action" },
    { selector: "table.data", format: "dataTable", options: { uppercaseHeaderCells: false } },
    { selector: "ul", options: { itemPrefix: "- " } },
  ],
};

/**
 * Renders a mail; its text says what its HTML says, and is made of it. Not by React Email's own `render`: React 18
 * streams leave null bytes in texts that are not ASCII (react/react#31134), which Postgres refuses.
 */
export async function compose(subject: string, template: ReactElement): Promise<Mail> {
  const html = renderToStaticMarkup(template);
  return { subject: oneLine(subject), html: `<!DOCTYPE html>${html}`, text: convert(html, textOptions) };
}
