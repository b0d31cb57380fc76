#!/usr/bin/env bash
# A thin door to `cargo xtask`, which does everything; without arguments it lists the commands.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
if ! command -v cargo >/dev/null; then
  echo "Ferry is built with Rust: install it from https://rustup.rs, then run this again." >&2
  exit 1
fi
# Outside cargo's quiet alias, so that the first build of the tool itself shows its progress.
exec cargo run --locked --package xtask -- "$@"
