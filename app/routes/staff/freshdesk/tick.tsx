/** A box to tick, with what it means. */
export function Tick({ name, on, label }: { name: string; on: boolean; label: string }) {
  return (
    <label className="flex items-start gap-2 text-sm">
      <input type="checkbox" name={name} defaultChecked={on} className="mt-0.5 size-4 accent-accent" />
      {label}
    </label>
  );
}
