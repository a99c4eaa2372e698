/** What is wrong with a form as a whole. */
export function FormProblem({ errors }: { errors: string[] | undefined }) {
  if (!errors?.length) return null;
  return (
    <p
      role="alert"
      tabIndex={-1}
      autoFocus
      className="rounded-lg bg-danger-soft px-4 py-3 text-sm font-medium text-danger"
    >
      {errors.join(" ")}
    </p>
  );
}
