import type { DetailedHTMLProps, HTMLAttributes } from "react";

/** React writes the classes of these as `classname`, which says nothing: what is inside has them. */
type Custom = Omit<DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>, "className">;

declare module "react" {
  namespace JSX {
    /** Our own elements, given life by app/browser/ where there is JavaScript. */
    interface IntrinsicElements {
      "attach-files": Custom & {
        "data-draft": string;
        "data-search"?: string;
        "data-most": number;
        "data-megabytes": number;
        "data-done": string;
        "data-failed": string;
        "data-too-many": string;
        "data-too-large": string;
        "data-wait": string;
      };
      "vote-button": Custom;
      "article-reader": Custom & { "data-source": string };
      "toast-region": Custom & { "data-dismiss"?: string; "data-failed"?: string };
      "theme-switch": Custom;
      "time-ago": Custom;
      "zone-suggestion": Custom & { "data-field"?: string };
      "mention-picker": Custom & { "data-source"?: string; "data-label"?: string };
      "own-zone": Custom;
      "color-contrast": Custom & { "data-action"?: string };
      "page-link": Custom & { "data-copied"?: string };
      "page-watch": Custom;
      "ticket-watch": Custom & { "data-source": string; "data-newest"?: string; "data-writing"?: string };
      "passkey-form": Custom & { "data-options": string; "data-ceremony": "create" | "get"; "data-failed": string };
      "choose-value": Custom & { "data-field": string; "data-value": string };
      "chosen-template": Custom & { "data-by": string };
      "proof-of-work": Custom & { "data-challenge": string };
      "text-picker": Custom & { "data-key"?: string };
      "saving-draft": Custom & { "data-done": string; "data-failed": string };
      "search-key": Custom;
      "search-results": Custom & { "data-question": string; "data-found"?: "yes" };
      "similar-posts": Custom & { "data-action"?: string; "data-counts"?: "" };
      "kept-draft": Custom & { "data-name": string; "data-owner"?: string; "data-fresh"?: ""; "data-sent"?: "" };
      "drag-board": Custom & { "data-action"?: string };
      "inbox-keys": Custom;
      "markdown-preview": Custom & { "data-action"?: string };
    }
  }
  interface HTMLAttributes<T> {
    popover?: "auto" | "manual" | "";
  }
  interface ButtonHTMLAttributes<T> {
    popovertarget?: string;
  }
}
