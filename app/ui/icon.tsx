import sprite from "./icons.svg?url";

export type IconName =
  | "arrow-up"
  | "bug"
  | "check"
  | "chevron-down"
  | "clip"
  | "clock"
  | "comment"
  | "download"
  | "flag"
  | "idea"
  | "lock"
  | "menu"
  | "moon"
  | "pin"
  | "plus"
  | "reply"
  | "search"
  | "bell"
  | "filter"
  | "inbox"
  | "megaphone"
  | "user"
  | "x"
  | "book"
  | "wrench"
  | "card"
  | "shield"
  | "chat"
  | "spark";

/** A drawing beside words, which say the same; it says nothing to a screen reader. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg aria-hidden="true" className={className ? `icon ${className}` : "icon"}>
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
