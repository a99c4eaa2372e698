import { type FieldMetadata, getInputProps, getSelectProps, getTextareaProps } from "@conform-to/react";
import type { ReactNode } from "react";
import { sayFault } from "~/models/core/text/fields";
import { useWords } from "./frame";
import { Tick } from "./tick";

/** How fields look. */
export const control =
  "w-full rounded-lg border border-edge/60 bg-surface px-3 py-2 text-ink placeholder:text-muted aria-invalid:border-danger focus:border-accent";

interface FieldProps {
  field: FieldMetadata<string>;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
}

/** A field for one line of text, with label, hint and problem. */
export function TextField({
  type = "text",
  autoComplete,
  inputMode,
  dir = "auto",
  form,
  list,
  ...props
}: FieldProps & {
  type?: "text" | "email" | "search";
  autoComplete?: string;
  inputMode?: "numeric";
  dir?: "auto" | "ltr";
  /** The id of the form, where the field stands outside it. */
  form?: string;
  /** The id of a datalist. */
  list?: string;
}) {
  return (
    <Labelled {...props}>
      <input
        {...plain(getInputProps(props.field, { type }))}
        {...described(props)}
        autoComplete={autoComplete}
        inputMode={inputMode}
        dir={dir}
        form={form}
        list={list}
        className={control}
      />
    </Labelled>
  );
}

/** Several lines as they are. */
export function TextAreaField({ dir = "auto", ...props }: FieldProps & { dir?: "auto" | "ltr" }) {
  return (
    <Labelled {...props}>
      <textarea
        {...plain(getTextareaProps(props.field))}
        {...described(props)}
        dir={dir}
        className={`${control} field-sizing-content min-h-20`}
      />
    </Labelled>
  );
}

/** A box to tick. */
export function TickField({ field, label, hint }: Omit<FieldProps, "optional">) {
  return <Tick name={field.name} isChosen={field.value === "on"} label={label} hint={hint} />;
}

/** Several lines of Markdown, or of what `source` shows, with a preview where there is JavaScript. */
export function MarkdownField({
  tall,
  source = "/preview",
  ...props
}: FieldProps & { tall?: boolean; source?: string }) {
  const { t } = useWords();
  return (
    <markdown-preview data-action={source}>
      <Labelled {...props} hint={props.hint ?? t("form.markdown")} tool={<PreviewButton />}>
        <textarea
          {...plain(getTextareaProps(props.field))}
          {...described({ ...props, hint: true })}
          dir="auto"
          className={`${control} field-sizing-content max-h-[60vh] ${tall ? "min-h-48" : "min-h-24"}`}
        />
      </Labelled>
    </markdown-preview>
  );
}

function PreviewButton() {
  const { t } = useWords();
  return (
    <template>
      <button type="button" className="text-sm text-accent underline" data-shown={t("form.write")}>
        {t("form.preview")}
      </button>
    </template>
  );
}

export function SelectField({ options, ...props }: FieldProps & { options: { value: string; label: string }[] }) {
  return (
    <Labelled {...props}>
      <select {...plain(getSelectProps(props.field))} {...described(props)} className={control}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface LabelledProps extends FieldProps {
  /** Stands at the end of the label's line. */
  tool?: ReactNode;
  children: ReactNode;
}

function Labelled({ field, label, hint, optional, tool, children }: LabelledProps) {
  const { t } = useWords();
  return (
    <div className="space-y-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={field.id} className="block text-sm font-medium">
          {label}
          {optional && <span className="ms-1 font-normal text-muted">{t("form.optional")}</span>}
        </label>
        {tool}
      </div>
      {children}
      <FieldError field={field} />
      {hint && (
        <p id={field.descriptionId} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

export function FieldError({ field }: { field: { errorId: string; errors?: string[] } }) {
  const words = useWords();
  // One at a time: the first fault is what to put right first.
  const [first] = field.errors ?? [];
  if (!first) return null;
  return (
    <p id={field.errorId} className="text-sm font-medium text-danger">
      {sayFault(words, first)}
    </p>
  );
}

/** Without the browser's own checks, whose words we could not choose; a field belongs to the form around it. */
function plain<Props extends object>({
  key,
  form,
  required,
  minLength,
  maxLength,
  pattern,
  ...props
}: Props & PlainOut): Omit<Props, keyof PlainOut> {
  return props as unknown as Omit<Props, keyof PlainOut>;
}

interface PlainOut {
  key?: unknown;
  form?: unknown;
  required?: unknown;
  minLength?: unknown;
  maxLength?: unknown;
  pattern?: unknown;
}

/** The browser puts the focus on the first element of a page that asks for it: the first fault. */
function described({ field, hint }: Pick<FieldProps, "field"> & { hint?: unknown }) {
  const invalid = Boolean(field.errors?.length);
  const by = [invalid && field.errorId, hint && field.descriptionId].filter(Boolean).join(" ");
  return { "aria-describedby": by || undefined, "aria-invalid": invalid || undefined, autoFocus: invalid || undefined };
}
