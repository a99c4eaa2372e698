import type { ReactNode } from "react";

/** Values of a filter, any of which may be ticked. */
export function Boxes({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">{label}</legend>
      <div className="mt-2 space-y-1.5">{children}</div>
    </fieldset>
  );
}
