import { render, toPlainText } from "@react-email/components";
import type { ReactElement } from "react";
import { oneLine } from "./one-line";
import type { Mail } from "./words";

interface Builder {
  addInline(text: string, options: { noWordTransform: boolean }): void;
}

interface Link {
  attribs: { href?: string };
  children: unknown[];
}

const textOptions = {
  formatters: {
    // A button or a link of ours: what it does, then where it leads.
    action: (element: Link, walk: (children: unknown[], builder: Builder) => void, builder: Builder) => {
      walk(element.children, builder);
      builder.addInline(`: ${element.attribs.href ?? ""}`, { noWordTransform: true });
    },
  },
  selectors: [
    ...["h1", "h2", "h3"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "a", options: { linkBrackets: ["(", ")"] } },
    { selector: "a.action", format: "action" },
    { selector: "ul", options: { itemPrefix: "- " } },
  ],
};

/** Renders a mail; its text says what its HTML says, and is made of it. */
export async function compose(subject: string, template: ReactElement): Promise<Mail> {
  const html = await render(template);
  return { subject: oneLine(subject), html, text: toPlainText(html, textOptions) };
}
