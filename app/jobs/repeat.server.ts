/** Does something at once, and again so many milliseconds after it ended, until the returned function is called. */
export function repeat(every: number, work: () => Promise<void>, failed: (error: unknown) => void) {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = run();

  async function run(): Promise<void> {
    await work().catch(failed);
    if (!isStopped) timer = setTimeout(() => (running = run()), every);
  }

  return async (): Promise<void> => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}
