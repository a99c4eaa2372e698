interface Person {
  handle: string;
  name: string;
}

/** An `@` and what was typed after it, up to the caret; not within an address or a longer word. */
const begun = /(?<![\w@/.-])@([\p{L}\p{N}-]{0,38})$/u;
const patience = 120;

/** Opens a list of people where somebody types `@`. Without it there are boxes to tick. */
class MentionPicker extends HTMLElement {
  #people: Person[] = [];
  #active = 0;
  #search: AbortController | undefined;
  readonly #list = document.createElement("ul");

  connectedCallback(): void {
    const text = this.querySelector("textarea");
    if (!text) return;
    // Boxes that are ticked come from a form that was refused; they stay.
    if (!this.querySelector("details :checked")) this.querySelector("details")?.remove();
    this.#prepareList(text);
    text.addEventListener("input", () => this.#look(text));
    text.addEventListener("click", () => this.#look(text));
    text.addEventListener("blur", () => this.#close(text));
    text.addEventListener("keydown", (event) => this.#steer(event, text));
  }

  #prepareList(text: HTMLTextAreaElement): void {
    this.#list.id = `${text.id}-people`;
    this.#list.role = "listbox";
    this.#list.ariaLabel = this.dataset.label ?? "";
    this.#list.hidden = true;
    this.#list.className =
      "absolute inset-x-0 top-1 z-40 max-h-72 overflow-y-auto rounded-card border border-line bg-surface p-1.5 text-sm shadow-float";
    // The text keeps the focus, and with it the keyboard of a phone.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const option = (event.target as Element).closest("li");
      if (option) this.#choose([...this.#list.children].indexOf(option), text);
    });
    const place = document.createElement("div");
    place.className = "relative";
    place.append(this.#list);
    text.after(place);
    text.setAttribute("aria-autocomplete", "list");
    text.setAttribute("aria-controls", this.#list.id);
  }

  async #look(text: HTMLTextAreaElement): Promise<void> {
    this.#search?.abort();
    const typed = this.#typed(text);
    if (typed === undefined) return this.#close(text);
    const search = (this.#search = new AbortController());
    await new Promise((resolve) => setTimeout(resolve, patience));
    if (search.signal.aborted) return;
    const people = await this.#find(typed, search.signal);
    if (search.signal.aborted || document.activeElement !== text) return;
    if (people.length > 0) this.#show(people, text);
    else this.#close(text);
  }

  /** What stands after the `@` before the caret. */
  #typed(text: HTMLTextAreaElement): string | undefined {
    if (text.selectionStart !== text.selectionEnd) return;
    return begun.exec(text.value.slice(0, text.selectionStart))?.[1];
  }

  async #find(typed: string, signal: AbortSignal): Promise<Person[]> {
    const url = new URL(this.dataset.source ?? "", location.href);
    url.searchParams.set("q", typed);
    try {
      const response = await fetch(url, { signal, headers: { Accept: "application/json" } });
      return response.ok && !response.redirected ? ((await response.json()) as Person[]) : [];
    } catch {
      return [];
    }
  }

  #show(people: Person[], text: HTMLTextAreaElement): void {
    this.#people = people;
    this.#list.replaceChildren(...people.map((person, i) => this.#optionOf(person, i)));
    this.#list.hidden = false;
    this.#activate(0, text);
  }

  #optionOf({ name, handle }: Person, i: number): HTMLLIElement {
    const option = document.createElement("li");
    option.id = `${this.#list.id}-${i}`;
    option.role = "option";
    option.className = "cursor-pointer rounded-md px-3 py-2 aria-selected:bg-accent-soft";
    const [shown, sign] = [document.createElement("bdi"), document.createElement("bdi")];
    shown.textContent = name;
    sign.textContent = `@${handle}`;
    sign.className = "text-muted";
    option.append(shown, " ", sign);
    return option;
  }

  #steer(event: KeyboardEvent, text: HTMLTextAreaElement): void {
    if (this.#list.hidden || event.isComposing) return;
    const count = this.#people.length;
    const steps: Record<string, () => void> = {
      ArrowDown: () => this.#activate((this.#active + 1) % count, text),
      ArrowUp: () => this.#activate((this.#active + count - 1) % count, text),
      Enter: () => this.#choose(this.#active, text),
      Escape: () => this.#close(text),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  }

  #activate(i: number, text: HTMLTextAreaElement): void {
    this.#active = i;
    for (const [j, option] of [...this.#list.children].entries()) option.ariaSelected = String(i === j);
    const active = this.#list.children[i];
    active?.scrollIntoView({ block: "nearest" });
    text.setAttribute("aria-activedescendant", active?.id ?? "");
  }

  #choose(i: number, text: HTMLTextAreaElement): void {
    const person = this.#people[i];
    const typed = this.#typed(text);
    this.#close(text);
    if (!person || typed === undefined) return;
    const caret = text.selectionStart;
    text.setRangeText(`${person.handle} `, caret - typed.length, caret, "end");
  }

  #close(text: HTMLTextAreaElement): void {
    this.#search?.abort();
    this.#list.hidden = true;
    text.removeAttribute("aria-activedescendant");
  }
}

customElements.define("mention-picker", MentionPicker);
