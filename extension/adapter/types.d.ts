/** The messages of `crates/protocol/src/lib.rs`, for the type checker only; never shipped. */
declare namespace Ferry {
  type Command = "toggle_sidebar" | "insert_draft" | "open_ops_issue";
  type Refusal = "other_visit" | "tab_disagrees" | "other_ticket";
  type Shape =
    | { shape: "hidden" }
    | { shape: "banner"; height: number }
    | { shape: "sidebar" | "handle"; side: "start" | "end" };

  /** What the extension's ports and a page's ports have in common. */
  interface Port {
    postMessage(message: unknown): void;
    disconnect(): void;
    onMessage: { addListener(listener: (message: unknown) => void): void };
    onDisconnect: { addListener(listener: () => void): void };
  }

  interface TagsBody {
    tags: string[];
    updated_stamp: string;
    safe_update: "true";
  }

  type ReadCall =
    | { call: "ticket"; ticket: number }
    | { call: "comments"; ticket: number; after: string | null }
    | { call: "organization"; organization: number }
    | { call: "me" }
    | { call: "user"; user: number }
    | { call: "search"; query: string; page: number };

  type ApiCall =
    | ReadCall
    | { call: "tags"; ticket: number }
    | { call: "ticket_forms" }
    | { call: "ticket_fields"; after: string | null }
    | { call: "add_tags" | "remove_tags"; ticket: number; body: TagsBody; csrf: string };

  type ToDesk = { type: "read"; id: number; call: ReadCall } | { type: "look_at_page"; id: number };

  type FromDesk =
    | { type: "here"; host: string; ticket: number | null }
    | { type: "answer"; id: number; outcome: Outcome }
    | { type: "page"; id: number; page: PageState | null };

  type ToPage =
    | { type: "hello"; version: number; secret: string }
    | { type: "call"; id: number; visit: number; call: ApiCall }
    | { type: "show"; visit: number; shape: Shape }
    | { type: "look_at_page"; id: number; visit: number }
    | { type: "insert_reply"; id: number; visit: number; html: string; text: string }
    | { type: "scroll_to"; id: number; visit: number; comment_id: number; audit_id: number | null };

  type Outcome =
    | {
        outcome: "response";
        status: number;
        content_type: string;
        retry_after: number | null;
        api_warn: string | null;
        body: string;
      }
    | { outcome: "no_response" }
    | { outcome: "refused"; reason: Refusal };

  type Insertion =
    | { result: "done" | "no_composer" | "has_text" | "not_taken" }
    | { result: "not_public"; channel: string | null }
    | { result: "refused"; reason: Refusal };

  interface Composer {
    channel: string | null;
    has_text: boolean;
  }

  interface PageState {
    tab_agrees: boolean;
    layout: string | null;
    tags: string[] | null;
    composer: Composer | null;
    /** Whether the agent did something in other fields since the last submit. */
    edited: boolean;
    selectors: { name: string; matched: number | null }[];
  }

  interface Look {
    theme: "light" | "dark";
    rtl: boolean;
    locale: string;
  }

  type FromPage =
    | ({ type: "ticket"; visit: number; ticket: number; host: string } & Look)
    | { type: "changed"; visit: number }
    | { type: "command"; visit: number; command: Command }
    | { type: "answer"; id: number; visit: number; outcome: Outcome }
    | { type: "page"; id: number; visit: number; page: PageState }
    | { type: "inserted"; id: number; visit: number; result: Insertion }
    | { type: "scrolled"; id: number; visit: number; found: boolean };

  interface Box {
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
}

/** The Navigation API, where the browser has it. */
declare var navigation: EventTarget | undefined;

/** What wasm-bindgen makes of `crates/panel`; it does not exist while the sources are checked. */
declare module "*/ferry_panel.js" {
  export default function init(from: { module_or_path: Promise<Response> }): Promise<unknown>;
  export function start(page: string): void;
}
