const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Milliseconds after which a date is shown instead of "… ago". */
const longest = 30 * day;

const units = [
  ["day", day],
  ["hour", hour],
  ["minute", minute],
] as const;

/** How long ago, up to a month, then the day; by the reader's own clock, which the server does not know. */
class TimeAgo extends HTMLElement {
  connectedCallback(): void {
    const time = this.querySelector("time");
    const at = new Date(time?.dateTime ?? "");
    if (!time || Number.isNaN(at.getTime())) return;
    const { lang } = document.documentElement;
    time.title = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "short" }).format(at);
    const show = () => {
      time.textContent = sayWhen(at, lang);
    };
    show();
    this.#clock = setInterval(show, minute);
  }

  disconnectedCallback(): void {
    clearInterval(this.#clock);
  }

  #clock: ReturnType<typeof setInterval> | undefined;
}

function sayWhen(at: Date, lang: string): string {
  const ago = Date.now() - at.getTime();
  if (Math.abs(ago) >= longest) return new Intl.DateTimeFormat(lang, { dateStyle: "medium" }).format(at);
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: "auto", style: "short" });
  const [unit, length] =
    units.find(([, length]) => Math.abs(ago) >= length) ?? (["second", Number.POSITIVE_INFINITY] as const);
  return relative.format(-Math.trunc(ago / length) || 0, unit);
}

customElements.define("time-ago", TimeAgo);
