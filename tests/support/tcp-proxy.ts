import net, { type AddressInfo, type Socket } from "node:net";

/** A cable between two programs, to be pulled. */
export interface TcpProxy {
  port: number;
  /** Cuts every connection and takes no new one. */
  cut(): Promise<void>;
  /** As before. */
  mend(): Promise<void>;
  /** Lets nothing through, without telling anybody; only on connections that began by saying `words`, if given. */
  freeze(words?: string): void;
  thaw(): void;
  close(): Promise<void>;
}

export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const pairs = new Set<[Socket, Socket]>();
  let port = 0;
  let frozen: string | undefined;
  let server = listen();
  await new Promise((resolve) => server.once("listening", resolve));
  port = (server.address() as AddressInfo).port;

  function listen(): net.Server {
    return net.createServer(join).listen(port, "127.0.0.1");
  }

  function join(near: Socket): void {
    const far = net.connect(target);
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    let opening = "";
    near.once("data", (chunk) => {
      opening = chunk.toString("latin1");
    });
    const isFrozen = () => frozen !== undefined && opening.includes(frozen);
    for (const [from, to] of [pair, [far, near] as [Socket, Socket]]) {
      from.on("data", (chunk) => isFrozen() || to.write(chunk));
      from.on("error", () => to.destroy());
      from.on("close", () => {
        to.destroy();
        pairs.delete(pair);
      });
    }
  }

  async function cut(): Promise<void> {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
    await new Promise((resolve) => server.close(resolve));
  }

  return {
    port,
    cut,
    async mend() {
      server = listen();
      await new Promise((resolve) => server.once("listening", resolve));
    },
    freeze(words = "") {
      frozen = words;
    },
    thaw() {
      frozen = undefined;
    },
    close: cut,
  };
}
