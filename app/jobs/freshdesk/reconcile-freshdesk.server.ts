import type { Tools } from "../tools.server";

export async function reconcileFreshdesk(_tools: Tools, _job: unknown): Promise<void> {}
