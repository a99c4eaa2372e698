import type { Tools } from "../tools.server";

export async function syncFreshdesk(_tools: Tools, _job: unknown): Promise<void> {}
