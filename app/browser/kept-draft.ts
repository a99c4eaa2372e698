/** Milliseconds that a draft is kept. */
const life = 24 * 60 * 60_000;

interface Draft {
  at: number;
  /** It is on its way: gone once a page says that it arrived. */
  isSent: boolean;
  fields: Record<string, string>;
}

/**
 * Keeps what somebody types into the form within it in this browser, for its owner alone, until it has been sent; what a visitor
 * wrote goes with them when they sign in. On a page that follows the form, `data-sent`, it forgets what was on its way.
 */
class KeptDraft extends HTMLElement {
  connectedCallback(): void {
    if (this.dataset.sent !== undefined) this.#forgetSent();
    const form = this.querySelector<HTMLFormElement>("form[data-compared]");
    if (!form) return;
    if (this.dataset.fresh !== undefined) this.#restore(form);
    form.addEventListener("input", () => this.#keep(form, false));
    this.addEventListener("submit", ({ target }) => {
      if (target === form) this.#keep(form, true);
      else this.#forget(this.#key);
    });
  }

  #restore(form: HTMLFormElement): void {
    const draft = this.#read(this.#key) ?? this.#read(this.#visitors);
    if (!draft) return;
    if (this.#key !== this.#visitors) this.#forget(this.#visitors);
    for (const field of fieldsOf(form)) {
      const value = draft.fields[field.name];
      if (!value) continue;
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.#keep(form, false);
  }

  #keep(form: HTMLFormElement, isSent: boolean): void {
    const fields = Object.fromEntries(fieldsOf(form).map(({ name, value }) => [name, value]));
    const draft: Draft = { at: Date.now(), isSent, fields };
    // Browsers may refuse: private windows, or no room.
    attempt(() => localStorage.setItem(this.#key, JSON.stringify(draft)));
  }

  #read(key: string): Draft | undefined {
    const draft = attempt(() => JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null);
    if (draft && draft.at > Date.now() - life) return draft;
    this.#forget(key);
  }

  #forget(key: string): void {
    attempt(() => localStorage.removeItem(key));
  }

  #forgetSent(): void {
    for (const key of [this.#key, this.#visitors]) if (this.#read(key)?.isSent) this.#forget(key);
  }

  get #key(): string {
    return `draft ${this.dataset.name} ${this.dataset.owner ?? ""}`;
  }

  get #visitors(): string {
    return `draft ${this.dataset.name} `;
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Types of fields in which nobody writes. */
const textless = new Set(["hidden", "file", "checkbox"]);

const fieldsOf = (form: HTMLFormElement): Field[] =>
  ([...form.elements] as Field[]).filter(({ name, type }) => name && name !== "website" && !textless.has(type));

function attempt<What>(what: () => What): What | undefined {
  try {
    return what();
  } catch {
    return;
  }
}

customElements.define("kept-draft", KeptDraft);
