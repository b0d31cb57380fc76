/** The page's own calls: reads below `/api/lotus`, the submit below `/api/v2`. */

/** An answer that is no success. */
export class Failure extends Error {
  /** @param {number} status @param {string} text */
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

/** @param {string} path @param {RequestInit} [options] */
async function call(path, options = {}) {
  const response = await fetch(path, { ...options, headers: { Accept: "application/json", ...options.headers } });
  const text = await response.text();
  if (!response.ok) throw new Failure(response.status, text);
  return JSON.parse(text);
}

/** @param {string} path */
export const read = (path) => call(`/api/lotus/${path}`);

/**
 * What the captured page did: everything it shows, with `"safe_update": false`.
 * @param {number} id @param {object} ticket
 */
export async function submit(id, ticket) {
  const { token } = await read("me");
  return call(`/api/v2/tickets/${id}.json`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", "X-CSRF-Token": token, "X-Requested-With": "XMLHttpRequest" },
    body: JSON.stringify({ ticket }),
  });
}
