import type { Tools } from "../tools.server";

export async function sendToFreshdesk(_tools: Tools, _job: unknown): Promise<void> {}
