#!/usr/bin/env bash
# Writes the committed pictures of the samples anew: scripts/record.sh BINARY
set -euo pipefail
cd "$(dirname "$0")/.."

for sample in samples/*/; do
  "$1" build "$sample" --output "${sample}output"
done
