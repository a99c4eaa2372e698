import type { Challenge } from "altcha-lib";

/**
 * Works out what the server wants to see before it looks at a code, while somebody types it. Where the browser cannot
 * (without https, say), the link in the mail signs in all the same.
 */
class ProofOfWork extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const form = this.closest("form");
    const field = this.querySelector("input");
    if (!form || !field || !globalThis.crypto?.subtle) return;
    this.querySelector("[data-plain]")?.remove();
    const done = this.#work(JSON.parse(this.dataset.challenge ?? "{}")).then((proof) => {
      field.value = proof;
    });
    let isSent = false;
    form.addEventListener("submit", async (event) => {
      if (field.value || isSent) return;
      event.preventDefault();
      isSent = true;
      await done;
      form.submit();
    });
  }

  async #work(challenge: Challenge): Promise<string> {
    const [{ solveChallenge }, { deriveKey }] = await Promise.all([
      import("altcha-lib"),
      import("altcha-lib/algorithms/web/pbkdf2"),
    ]);
    const solution = await solveChallenge({ challenge, deriveKey });
    return solution ? JSON.stringify({ challenge, solution }) : "";
  }
}

customElements.define("proof-of-work", ProofOfWork);
