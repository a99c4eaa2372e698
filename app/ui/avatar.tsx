const hues = [
  "bg-teal-soft text-teal",
  "bg-blue-soft text-blue",
  "bg-violet-soft text-violet",
  "bg-pink-soft text-pink",
  "bg-amber-soft text-amber",
  "bg-green-soft text-green",
];

/** A person's initial; the name stands beside it. */
export function Avatar({ name }: { name: string | null }) {
  const initial = Array.from(name?.trim() ?? "")[0]?.toLocaleUpperCase() ?? "?";
  const hue =
    hues[[...(name ?? "")].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % hues.length];
  return (
    <span aria-hidden="true" className={`avatar ${hue}`}>
      {initial}
    </span>
  );
}
