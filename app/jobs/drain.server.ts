export interface Drain {
  /** There may be something to do. */
  wake(): void;
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** Once woken, calls `take` until it says that nothing is left; whoever wakes it meanwhile has it look once more. */
export function createDrain(take: () => Promise<boolean>, failed: (error: unknown) => void): Drain {
  let isWoken = false;
  let isStopped = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (isWoken && !isStopped) {
      isWoken = false;
      try {
        while (!isStopped && (await take()));
      } catch (error) {
        failed(error);
      }
    }
    running = undefined;
  }

  return {
    wake() {
      isWoken = true;
      running ??= run();
    },
    async stop() {
      isStopped = true;
      await running;
    },
  };
}
