import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

interface Site {
  /** `https://feedback.example.com` */
  origin: string;
  /** `feedback.example.com` */
  id: string;
}

const flags = { present: 0x01, verified: 0x04, attested: 0x40 };

/** A passkey in software: one key pair (ES256), without attestation, as browsers hand it on. */
export class Authenticator {
  readonly id = randomBytes(32);
  counter = 0;
  isVerifying = true;
  userHandle = "";
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync("ec", { namedCurve: "P-256" });

  /** What `navigator.credentials.create()` resolves to, as JSON. */
  create({ origin, id }: Site, options: { challenge: string; user: { id: string } }): string {
    this.userHandle = options.user.id;
    const data = this.#data(id, flags.attested);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const attested = Buffer.concat([data, Buffer.alloc(16), length, this.id, this.#publicKey()]);
    // {"fmt": "none", "attStmt": {}, "authData": …} in CBOR.
    const attestationObject = Buffer.concat([
      Buffer.from("a363666d74646e6f6e656761747453746d74a0686175746844617461", "hex"),
      Buffer.from([0x58, attested.length]),
      attested,
    ]);
    const clientDataJSON = clientData("webauthn.create", origin, options.challenge);
    return this.#credential({
      clientDataJSON: clientDataJSON.toString("base64url"),
      attestationObject: attestationObject.toString("base64url"),
      transports: ["internal"],
    });
  }

  /** What `navigator.credentials.get()` resolves to, as JSON. */
  get({ origin, id }: Site, options: { challenge: string }): string {
    this.counter += 1;
    const data = this.#data(id, 0);
    const clientDataJSON = clientData("webauthn.get", origin, options.challenge);
    const hash = createHash("sha256").update(clientDataJSON).digest();
    const signature = sign("sha256", Buffer.concat([data, hash]), this.#keys.privateKey);
    return this.#credential({
      clientDataJSON: clientDataJSON.toString("base64url"),
      authenticatorData: data.toString("base64url"),
      signature: signature.toString("base64url"),
      userHandle: this.userHandle,
    });
  }

  #credential(response: object): string {
    const id = this.id.toString("base64url");
    return JSON.stringify({ id, rawId: id, type: "public-key", response, clientExtensionResults: {} });
  }

  #data(siteId: string, more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flag = flags.present | (this.isVerifying ? flags.verified : 0) | more;
    return Buffer.concat([createHash("sha256").update(siteId).digest(), Buffer.from([flag]), counter]);
  }

  /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} in CBOR. */
  #publicKey(): Buffer {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const [start, between] = [Buffer.from("a5010203262001215820", "hex"), Buffer.from("225820", "hex")];
    return Buffer.concat([start, Buffer.from(x, "base64url"), between, Buffer.from(y, "base64url")]);
  }
}

const clientData = (type: string, origin: string, challenge: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
