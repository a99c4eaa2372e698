/** A card on its way from one place to another: it stands where it would be dropped as long as it is held. */
export class Drag {
  readonly #home: { list: Element; next: Element | null };
  readonly #end = new AbortController();

  constructor(
    private readonly board: HTMLElement,
    private readonly card: HTMLElement,
    pointerId: number,
    /** Told where the card was dropped, as the form says it: `7:12` is in column 7 above post 12, `12` above row 12, or at the `end`. */
    private readonly drop: (to: string) => void,
  ) {
    this.#home = { list: card.parentElement as Element, next: card.nextElementSibling };
    card.dataset.dragging = "";
    const { signal } = this.#end;
    // Not at the card, which moves in the page and would lose the pointer.
    const on = (type: "pointermove" | "pointerup" | "pointercancel", act: (event: PointerEvent) => void) =>
      document.addEventListener(type, (event) => event.pointerId === pointerId && act(event), { signal });
    on("pointermove", ({ clientX, clientY }) => this.#follow(clientX, clientY));
    on("pointerup", () => this.#finish());
    on("pointercancel", () => this.#giveUp());
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.#giveUp(), { signal });
  }

  #follow(x: number, y: number): void {
    const column = document.elementFromPoint(x, y)?.closest("[data-column]");
    const list = column?.querySelector("ol");
    if (!list || !this.board.contains(list)) return;
    const below = [...list.children].find((other) => other !== this.card && y < middleOf(other));
    const place = below ?? null;
    if (this.card.parentElement === list && nextOf(this.card) === place) return;
    list.insertBefore(this.card, place);
  }

  #finish(): void {
    this.#letGo();
    const next = nextOf(this.card);
    const isBack = this.card.parentElement === this.#home.list && next === this.#home.next;
    const column = this.card.closest<HTMLElement>("[data-column]")?.dataset.column;
    const place = (next as HTMLElement | null)?.dataset.number ?? "";
    if (!isBack && column !== undefined) this.drop(column === "" ? place || "end" : `${column}:${place}`);
  }

  #giveUp(): void {
    this.#letGo();
    this.#home.list.insertBefore(this.card, this.#home.next);
  }

  #letGo(): void {
    this.#end.abort();
    delete this.card.dataset.dragging;
  }
}

const nextOf = (card: Element): Element | null => card.nextElementSibling;

function middleOf(card: Element): number {
  const { top, height } = card.getBoundingClientRect();
  return top + height / 2;
}
