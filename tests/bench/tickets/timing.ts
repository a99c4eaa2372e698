import { signedIn } from "../requests";

/** Milliseconds until a page is there as a whole. Throws where it is not the one that was asked for. */
export async function timePage(origin: string, path: string, session = ""): Promise<number> {
  const begun = performance.now();
  const response = await fetch(origin + path, { headers: signedIn(session), redirect: "manual" });
  await response.text();
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}.`);
  return performance.now() - begun;
}

/** Milliseconds until a form is taken. */
export async function timeForm(
  origin: string,
  path: string,
  session: string,
  fields: Record<string, string>,
): Promise<number> {
  const begun = performance.now();
  const response = await fetch(origin + path, {
    method: "POST",
    headers: { ...signedIn(session), "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
    redirect: "manual",
  });
  await response.text();
  if (response.status !== 302 && response.status !== 303) throw new Error(`${path} answers ${response.status}.`);
  return performance.now() - begun;
}
