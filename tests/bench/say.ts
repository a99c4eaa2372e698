/** Says on the console, with the time, how far a bench is. */
export function say(what: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);
}
