import * as field from "../../text/fields";

/** By which its owner knows a passkey again. */
export const passkeyName = field.line({ min: 1, max: 60 });
