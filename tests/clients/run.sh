#!/bin/sh
# Drives the sandbox with zenpy and node-zendesk; see README.md.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${CARGO_TARGET_DIR:-$root/target}/clients
mkdir -p "$work"

if [ $# -eq 0 ]; then
    cargo build --quiet --manifest-path "$root/Cargo.toml" --package ferry-sandbox
    rm -f "$work/ready.json"
    "${CARGO_TARGET_DIR:-$root/target}/debug/ferry-sandbox" \
        --certificate "$work/certificate.pem" --ready "$work/ready.json" >"$work/sandbox.log" 2>&1 &
    sandbox=$!
    trap 'kill "$sandbox"' EXIT
    tries=0
    until [ -s "$work/ready.json" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 100 ]; then
            echo "the sandbox did not start:" >&2
            cat "$work/sandbox.log" >&2
            exit 1
        fi
        sleep 0.1
    done
    port=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["port"])' "$work/ready.json")
    certificate=$work/certificate.pem
elif [ $# -eq 2 ]; then
    port=$1
    certificate=$2
else
    echo "usage: $0 [PORT CERTIFICATE]" >&2
    exit 2
fi

# Installed once for each content of the file that pins the versions.
if ! cmp -s "$here/requirements.txt" "$work/requirements.txt"; then
    echo "installing zenpy"
    python3 -m venv --clear "$work/venv"
    "$work/venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
    cp "$here/requirements.txt" "$work/requirements.txt"
fi
if ! cmp -s "$here/package.json" "$work/node/package.json"; then
    echo "installing node-zendesk"
    mkdir -p "$work/fresh"
    cp "$here/package.json" "$work/fresh/"
    (cd "$work/fresh" && npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts)
    rm -rf "$work/node"
    mv "$work/fresh" "$work/node"
fi

"$work/venv/bin/python" "$here/zenpy_client.py" "$port" "$certificate"
cp "$here/node_client.js" "$work/node/"
NODE_EXTRA_CA_CERTS=$certificate node "$work/node/node_client.js" "$port"
