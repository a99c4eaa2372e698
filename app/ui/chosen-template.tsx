interface Props {
  /** The name of the field in which one of them is chosen. */
  by: string;
  templates: { value: number; text: string }[];
}

/** For our own script, which changes the form's `body` with what is chosen. */
export function ChosenTemplate({ by, templates }: Props) {
  return (
    <chosen-template data-by={by} hidden>
      {templates.map(({ value, text }) => (
        <span key={value} data-value={value}>
          {text}
        </span>
      ))}
    </chosen-template>
  );
}
