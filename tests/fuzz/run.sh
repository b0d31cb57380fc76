#!/usr/bin/env bash
# Runs every fuzz target, or those named, for so many seconds: ./run.sh 300 [target...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
seconds=${1:-60}
shift || true
[ $# -gt 0 ] || set -- policy dates record answers messages tags
root=../..
for target; do
  seeds=corpus/$target
  mkdir -p "$seeds"
  case $target in
    policy) cp "$root"/crates/core/data/gitlab.json "$root"/crates/core/tests/policies/*.json "$seeds" ;;
    messages) cp "$root"/crates/protocol/examples/messages.json "$seeds" ;;
  esac
  nice cargo +nightly fuzz run --fuzz-dir . "$target" -- \
    -max_total_time="$seconds" -dict="dictionaries/$target.txt" -print_final_stats=1 -max_len=65536
done
