import type { ReactNode } from "react";
import { Footer } from "./footer";
import { useFrame } from "./frame";
import { Header } from "./header";
import { Icon } from "./icon";

/** The frame of every page: header, content, footer. */
export function Page({ children }: { children: ReactNode }) {
  const { viewer, words } = useFrame();
  const { t } = words;
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-4 focus:top-3"
      >
        {t("site.skip")}
      </a>
      <Header />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[68rem] grow px-4 py-6 outline-none sm:py-10">
        {children}
      </main>
      <Footer />
      <Toasts />
      {viewer && <own-zone />}
    </div>
  );
}

/** Messages about what was just done; the element announces those that come with the page, too. */
function Toasts() {
  const { toast, words } = useFrame();
  const dismiss = words.t("toast.dismiss");
  return (
    <toast-region role="status" aria-live="polite" data-dismiss={dismiss} data-failed={words.t("toast.failed")}>
      {toast && (
        <div
          className={`toast flex items-center gap-2 rounded-full border px-4 py-2 text-sm font-medium shadow-float ${
            toast.tone === "error" ? "border-danger bg-danger-soft text-danger" : "border-line bg-surface text-ink"
          }`}
        >
          {toast.tone === "success" && <Icon name="check" className="size-4 text-success" />}
          <p>{toast.sentence}</p>
        </div>
      )}
    </toast-region>
  );
}
