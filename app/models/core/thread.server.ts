import { Piscina } from "piscina";

interface Bounds {
  /** Milliseconds without work after which it goes. */
  idle: number;
  megabytes: number;
  /** How many tasks may wait for their turn. */
  waiting?: number;
}

/** A thread for work that no request of somebody else should wait for. It comes with the first task, and goes when idle. */
export class Thread<Task, Result> {
  #pool: Piscina<Task, Result> | undefined;

  constructor(
    /** Plain JavaScript: it runs as it is in development, tests and production. */
    private readonly file: URL,
    /** A task without work, whose end says that all is loaded. */
    private readonly nothing: Task,
    private readonly bounds: Bounds,
  ) {}

  async start(): Promise<Piscina<Task, Result>> {
    const { idle, megabytes, waiting } = this.bounds;
    this.#pool ??= new Piscina({
      filename: this.file.href,
      minThreads: 0,
      maxThreads: 1,
      ...(waiting !== undefined && { maxQueue: waiting }),
      idleTimeout: idle,
      // Else the thread waits without ever letting go of what it has done.
      atomics: "disabled",
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    // Loading is slow on a busy machine, and not the fault of the task; everybody who comes meanwhile awaits it.
    if (this.#pool.threads.length === 0) await this.#pool.run(this.nothing);
    return this.#pool;
  }

  /** Throws where it takes longer than so many milliseconds, together with what came before. */
  async run(task: Task, patience: number): Promise<Result> {
    const pool = await this.start();
    return pool.run(task, { signal: AbortSignal.timeout(patience) });
  }
}
