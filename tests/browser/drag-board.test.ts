import { JSDOM } from "jsdom";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

const { window } = new JSDOM("<body></body>", { url: "https://ours.example/staff/rules" });
const { document } = window;

/** What was sent, and what the server says to it. */
let sent: string[] = [];
let answer = {};
const assign = vi.fn();

const rows = (...numbers: number[]) =>
  `<drag-board data-action="/rules"><div data-column=""><ol>${numbers
    .map(
      (number) => `<li id="card-${number}" data-number="${number}" data-place="${number}"><span class="grip"></span>
        <form><button name="step" value="down" id="card-${number}-down"></button></form></li>`,
    )
    .join("")}</ol></div></drag-board>`;

beforeAll(async () => {
  document.elementFromPoint = () => document.querySelector("ol");
  const fetched = async (_: string, { body }: RequestInit = {}) => {
    if (body) sent.push(String(body));
    return { ok: true, json: async () => answer, text: async () => `<body>${rows(2, 1)}</body>` };
  };
  const { AbortController, customElements, HTMLElement, DOMParser, location } = window;
  const globals = { AbortController, document, customElements, HTMLElement, DOMParser, fetch: fetched };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  vi.stubGlobal("location", { href: location.href, assign });
  await import("~/browser/drag-board");
});
afterAll(() => vi.unstubAllGlobals());

beforeEach(() => {
  [sent, answer] = [[], {}];
  document.body.innerHTML = rows(1, 2);
});

const press = (id: string) => {
  const submitter = document.querySelector<HTMLElement>(`#${id}`);
  submitter
    ?.closest("form")
    ?.dispatchEvent(new window.SubmitEvent("submit", { bubbles: true, cancelable: true, submitter }));
};
const point = (type: string, at: Element | Document | null) =>
  at?.dispatchEvent(new window.PointerEvent(type, { bubbles: true, button: 0, pointerId: 1, clientX: 5, clientY: 5 }));

test("a row takes a step or is dropped, and the list is drawn as it stands then", async () => {
  press("card-1-down");
  await vi.waitFor(() => expect(document.querySelector("ol")?.firstElementChild?.id).toBe("card-2"));
  expect(document.activeElement?.id).toBe("card-1-down");
  document.body.innerHTML = rows(1, 2);
  point("pointerdown", document.querySelector("#card-1 .grip"));
  point("pointermove", document);
  point("pointerup", document);
  expect(sent).toEqual(["step=down", "to=end"]);
});

test("where the server shows first what a move means, that page comes", async () => {
  answer = { ask: "/rules/1?place=2" };
  press("card-1-down");
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith("/rules/1?place=2"));
});
