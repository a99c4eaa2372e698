import { Tick } from "~/ui/tick";

interface Props {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
}

/** Values of a filter, any of which may be ticked. */
export function Boxes({ name, label, options, chosen }: Props) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">{label}</legend>
      <div className="mt-2 space-y-1.5">
        {options.map(({ value, label }) => (
          <Tick key={value} name={name} value={value} isChosen={chosen.includes(value)} label={label} />
        ))}
      </div>
    </fieldset>
  );
}
