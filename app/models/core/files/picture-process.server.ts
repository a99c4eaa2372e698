import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./picture.child.js", import.meta.url));
/** As `nice` has it. */
const low = 10;
/** Milliseconds that it waits for the next picture: starting it takes longer than a small picture does. */
const idle = 10_000;
/** Pictures that one makes: what the library does not give back of its memory goes with it. */
const mostMade = 100;

interface Running {
  child: ChildProcess;
  made: number;
  /** Ends it when nothing comes. */
  timer?: NodeJS.Timeout;
}

let running: Running | undefined;

const broken = { fault: "pictureBroken" } as const;
const silent = { fault: "busy" } as const;

/**
 * Has the process beside us do one piece of work. What ends the process is broken; where it says nothing in so many
 * milliseconds, the machine is too busy. For one caller at a time.
 */
export async function askPictureProcess(work: object, patience: number): Promise<unknown> {
  const process = running ?? start();
  clearTimeout(process.timer);
  process.made += 1;
  hold(process, true);
  const result = await answerOf(process.child, work, patience);
  hold(process, false);
  const isOver = result === broken || result === silent || process.made >= mostMade;
  if (isOver) end(process);
  else process.timer = setTimeout(() => end(process), idle).unref();
  return result;
}

function answerOf(child: ChildProcess, work: object, patience: number): Promise<unknown> {
  return new Promise((resolve) => {
    const dies = () => settle(broken);
    const timer = setTimeout(() => settle(silent), patience);
    function settle(result: unknown): void {
      clearTimeout(timer);
      child.off("message", settle).off("exit", dies).off("error", dies);
      resolve(result);
    }
    child.on("message", settle).on("exit", dies).on("error", dies);
    child.send(work, (error) => error && dies());
  });
}

/** Whether this process goes on living as long as that one does. */
function hold({ child }: Running, isHeld: boolean): void {
  const how = isHeld ? "ref" : "unref";
  child[how]();
  child.channel?.[how]();
}

function start(): Running {
  const env = { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV };
  const child = fork(program, [], { env, execArgv: [], stdio: "ignore" });
  // Pages go first. Threads have the priority of whoever starts them: hence now, before there are any.
  if (child.pid) setPriority(child.pid, low);
  const started = { child, made: 0 };
  running = started;
  const forget = () => {
    if (running === started) running = undefined;
  };
  child.once("exit", forget).on("error", forget);
  return started;
}

function end(process: Running): void {
  if (running === process) running = undefined;
  process.child.kill("SIGKILL");
}
