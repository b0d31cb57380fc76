/**
 * The calls of the ticket's Zendesk, the only ones there are: each path is built here from
 * numbers and encoded text, so that no message can name another address.
 */
const ferryCalls = (() => {
  const PATIENCE_MS = 30_000;

  /**
   * @param {Ferry.ApiCall} call
   * @returns {{method: string, path: string, write?: {body: Ferry.TagsBody, csrf: string}}}
   */
  const request = (call) => {
    const get = (/** @type {string} */ path) => ({ method: "GET", path });
    const paged = (/** @type {string} */ path, /** @type {string | null} */ after, more = {}) => {
      const query = new URLSearchParams({ "page[size]": "100", ...more });
      if (after !== null) query.set("page[after]", after);
      return get(`${path}?${query}`);
    };
    switch (call.call) {
      case "ticket":
        return get(`tickets/${call.ticket}`);
      case "comments":
        return paged(`tickets/${call.ticket}/comments`, call.after, { sort: "created_at", include: "users" });
      case "organization":
        return get(`organizations/${call.organization}`);
      case "me":
        return get("users/me");
      case "user":
        return get(`users/${call.user}`);
      case "ticket_forms":
        return get(call.call);
      case "ticket_fields":
        return paged(call.call, call.after);
      case "tags":
        return get(`tickets/${call.ticket}/tags`);
      case "add_tags":
      case "remove_tags":
        return {
          method: call.call === "add_tags" ? "PUT" : "DELETE",
          path: `tickets/${call.ticket}/tags`,
          write: { body: call.body, csrf: call.csrf },
        };
      case "search":
        return get(
          `search?${new URLSearchParams({ query: call.query, page: String(call.page), per_page: "100" })}`,
        );
    }
  };

  /**
   * Why the call is not made; `null`: it is. A write also wants the tab to agree with the address.
   * @param {Ferry.ApiCall} call
   * @param {number} ticket
   * @returns {Ferry.Refusal | null}
   */
  const objection = (call, ticket) => {
    if ("ticket" in call && call.ticket !== ticket) return "other_ticket";
    if (ferryTicket.fromAddress() !== ticket) return "other_visit";
    return "csrf" in call ? ferryTicket.objection(ticket) : null;
  };

  /** @param {string | null} value */
  const seconds = (value) => (value !== null && /^\d{1,6}$/.test(value.trim()) ? Number(value) : null);

  /**
   * @param {Ferry.ApiCall} call
   * @param {number} ticket the one on screen
   * @param {AbortSignal} cancelled
   * @returns {Promise<Ferry.Outcome>}
   */
  const make = async (call, ticket, cancelled) => {
    const reason = objection(call, ticket);
    return reason ? { outcome: "refused", reason } : send(call, cancelled);
  };

  /** @param {Ferry.ApiCall} call @param {AbortSignal} cancelled @returns {Promise<Ferry.Outcome>} */
  const send = async (call, cancelled) => {
    const { method, path, write } = request(call);
    try {
      const response = await fetch(`/api/v2/${path}`, {
        method,
        headers: {
          accept: "application/json",
          "x-requested-with": "XMLHttpRequest",
          ...(write && { "content-type": "application/json", "x-csrf-token": write.csrf }),
        },
        body: write && JSON.stringify(write.body),
        credentials: "same-origin",
        cache: "no-store",
        // A redirect may lead to another host (signing in); it is told, never followed.
        redirect: "manual",
        signal: AbortSignal.any([cancelled, AbortSignal.timeout(PATIENCE_MS)]),
      });
      const redirected = response.type === "opaqueredirect";
      return {
        outcome: "response",
        status: redirected ? 302 : response.status,
        content_type: (response.headers.get("content-type") ?? "").split(";")[0].trim().toLowerCase(),
        retry_after: seconds(response.headers.get("retry-after")),
        api_warn: response.headers.get("x-zendesk-api-warn"),
        body: redirected ? "" : await response.text(),
      };
    } catch {
      return { outcome: "no_response" };
    }
  };

  /**
   * Reads for a page of the extension's own, which looks at more than the ticket on screen.
   * @type {(call: Ferry.ReadCall, cancelled: AbortSignal) => Promise<Ferry.Outcome>}
   */
  const read = send;

  return Object.freeze({ make, read, objection, request });
})();
