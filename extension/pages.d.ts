/** The pages' module, as wasm-bindgen writes it. */
declare module "*/ferry_pages.js" {
  export default function init(): Promise<unknown>;
  export function start_options(): void;
  export function start_popup(): void;
  export function start_health(): void;
  export function start_welcome(): void;
}
