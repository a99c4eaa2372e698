import { JSDOM } from "jsdom";
import { afterEach, beforeAll, expect, test, vi } from "vitest";

const now = new Date("2026-11-29T12:00:00Z");
const { window } = new JSDOM('<html lang="en"><body></body></html>');
const { document } = window;

beforeAll(async () => {
  vi.stubGlobal("document", document);
  vi.stubGlobal("customElements", window.customElements);
  vi.stubGlobal("HTMLElement", window.HTMLElement);
  await import("~/browser/time-ago");
  vi.unstubAllGlobals();
});

afterEach(() => {
  document.body.innerHTML = "";
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** What stands on a page in some language, when it is shown. */
function show(at: string, lang = "en"): HTMLTimeElement {
  vi.useFakeTimers({ now, toFake: ["Date", "setInterval", "clearInterval"] });
  vi.stubGlobal("document", document);
  document.documentElement.lang = lang;
  document.body.innerHTML = `<time-ago><time datetime="${at}" title="by UTC">the day</time></time-ago>`;
  return document.querySelector("time") as HTMLTimeElement;
}

test.each([
  ["2026-11-29T11:59:40Z", "en", "now"],
  ["2026-11-29T11:58:59Z", "en", "1 min. ago"],
  ["2026-11-29T10:00:00Z", "en", "2 hr. ago"],
  ["2026-11-28T11:00:00Z", "en", "yesterday"],
  ["2026-11-22T12:00:00Z", "en", "7 days ago"],
  ["2026-10-30T12:00:01Z", "en", "29 days ago"],
  ["2026-10-30T12:00:00Z", "en", "Oct 30, 2026"],
  ["2026-11-29T10:00:00Z", "de", "vor 2 Std."],
  ["2026-11-29T10:00:00Z", "ar", "قبل ساعتين"],
  ["2026-11-29T15:00:00Z", "en", "in 3 hr."],
])("%s in %s is “%s”", (at, lang, text) => {
  expect(show(at, lang).textContent).toBe(text);
});

test("the exact moment is there by the clock of this device", () => {
  const at = "2026-11-29T10:00:00Z";
  const exact = new Intl.DateTimeFormat("de", { dateStyle: "long", timeStyle: "short" }).format(new Date(at));
  expect(show(at, "de").title).toBe(exact);
});

test("it grows older on a page that stays open, and no longer when it is gone", () => {
  const time = show("2026-11-29T11:58:30Z");
  expect(time.textContent).toBe("1 min. ago");
  vi.advanceTimersByTime(60_000);
  expect(time.textContent).toBe("2 min. ago");
  document.body.innerHTML = "";
  vi.advanceTimersByTime(600_000);
  expect(time.textContent).toBe("2 min. ago");
});

test("what is no moment stays as the server wrote it", () => {
  expect(show("soon").outerHTML).toBe('<time datetime="soon" title="by UTC">the day</time>');
});
