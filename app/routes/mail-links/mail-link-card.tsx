import type { ReactNode } from "react";
import { card } from "~/ui/card";

interface Props {
  heading: string;
  text?: string;
  /** What it is about: a post's title. */
  title?: string;
  children?: ReactNode;
}

/** The one thing on a page that a link in a mail leads to. */
export function MailLinkCard({ heading, text, title, children }: Props) {
  return (
    <div className={`${card} mx-auto mt-4 max-w-lg p-6 sm:mt-10 sm:p-8`}>
      <h1 className="text-xl tracking-tight">{heading}</h1>
      {title && (
        <p dir="auto" className="mt-3 border-s-2 border-line ps-3 font-medium">
          {title}
        </p>
      )}
      {text && <p className="mt-3 text-muted">{text}</p>}
      {children}
    </div>
  );
}
