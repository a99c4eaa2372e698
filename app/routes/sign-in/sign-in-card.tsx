import type { ReactNode } from "react";
import { card } from "~/ui/card";

export function SignInCard({ heading, intro, children }: { heading: string; intro?: string; children: ReactNode }) {
  return (
    <div className={`${card} mx-auto mt-4 max-w-md p-6 sm:mt-10 sm:p-8`}>
      <h1 className="text-xl tracking-tight">{heading}</h1>
      {intro && <p className="mt-1.5 text-muted">{intro}</p>}
      {children}
    </div>
  );
}
