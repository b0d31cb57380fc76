#!/bin/sh
# Renders ferry.svg to the sizes that the manifest names. Needs rsvg-convert (librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for size in 16 32 48 128; do
  rsvg-convert --width "$size" --height "$size" ferry.svg --output "../static/icons/ferry-$size.png"
done
