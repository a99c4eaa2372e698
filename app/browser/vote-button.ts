import { say } from "./toast-region";

interface Tally {
  voted: boolean;
  voteCount: number;
}

/**
 * Shows a vote at once, and takes it back if the server does not take it. Whoever thinks better of it before the server has
 * answered is heard, too. Without it the form does the same slowly.
 */
class VoteButton extends HTMLElement {
  #isSending = false;
  #wanted = false;
  #isDoubleClick = false;

  connectedCallback(): void {
    this.addEventListener("click", ({ detail }) => {
      this.#isDoubleClick = detail > 1;
    });
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      // Out of habit: it means the same as one click.
      if (this.#isDoubleClick) return;
      const before = this.#read();
      this.#wanted = !before.voted;
      this.#show({ voted: this.#wanted, voteCount: before.voteCount + (this.#wanted ? 1 : -1) });
      if (!this.#isSending) this.#send(before);
    });
  }

  /** Sends what is wanted, again where that has changed meanwhile; `known` is what the server has last said. */
  async #send(known: Tally): Promise<void> {
    this.#isSending = true;
    try {
      for (let sent: boolean | undefined; sent !== this.#wanted; ) {
        sent = this.#wanted;
        const response = await fetch(this.#form.action, {
          method: "POST",
          headers: { Accept: "application/json" },
          body: new URLSearchParams({ vote: sent ? "on" : "off" }),
        });
        // Signed out, or without a name yet: the plain form knows the way.
        if (response.status === 401 || response.redirected) return this.#submitPlainly(known);
        const result = (await response.json()) as Tally & { error?: string };
        if (!response.ok) {
          say(result.error);
          break;
        }
        known = result;
      }
    } catch {
      say();
    } finally {
      this.#isSending = false;
    }
    this.#show(known);
  }

  #submitPlainly(before: Tally): void {
    this.#show(before);
    const choice = document.createElement("input");
    choice.type = "hidden";
    choice.name = "vote";
    choice.value = "on";
    this.#form.append(choice);
    this.#form.submit();
  }

  get #form(): HTMLFormElement {
    return this.querySelector("form") as HTMLFormElement;
  }

  get #button(): HTMLButtonElement {
    return this.querySelector("button") as HTMLButtonElement;
  }

  get #count(): HTMLElement {
    return this.querySelector("[data-count]") as HTMLElement;
  }

  #read(): Tally {
    return { voted: this.#button.ariaPressed === "true", voteCount: Number(this.#count.dataset.count) };
  }

  #show({ voted, voteCount }: Tally): void {
    const { lang } = document.documentElement;
    if (voted !== this.#read().voted) this.#sayTheOther();
    this.#button.ariaPressed = String(voted);
    this.#button.value = voted ? "off" : "on";
    this.#count.dataset.count = String(voteCount);
    this.#count.textContent = new Intl.NumberFormat(lang, { notation: "compact" }).format(voteCount);
  }

  /** What the button does now is what it did not do before. */
  #sayTheOther(): void {
    const button = this.#button;
    const { title } = button;
    button.title = button.dataset.other ?? "";
    button.dataset.other = title;
  }
}

customElements.define("vote-button", VoteButton);
