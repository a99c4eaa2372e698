/** Whether an address is one of the API: what is said there is JSON, whatever goes wrong. */
export const isApi = (address: string): boolean => /^\/api(?:[/?]|$)/i.test(address);
