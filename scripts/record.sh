#!/usr/bin/env bash
# Writes the committed pictures, reviews, decisions and sizing of the samples, the pages of the rules, and the table of changes, anew: scripts/record.sh BINARY
set -euo pipefail

binary=$(realpath "$1")
cd "$(dirname "$0")/.."

for sample in samples/*/; do
  sample=${sample%/}
  rm -rf "$sample/output"
  "$binary" build "$sample" --output "$sample/output"
  # A review with findings ends with 1; the day is fixed, since acceptances expire.
  "$binary" lint "$sample" --today 2026-11-01 --format markdown >"$sample/output/review.md" || [ $? -eq 1 ]
  "$binary" decisions "$sample" --format markdown >"$sample/output/decisions.md"
done
"$binary" size samples/shop --format svg >samples/shop/output/sizing.svg

rm -rf docs/rules
"$binary" rules --pages docs/rules
"$binary" breaking --list >docs/breaking-changes.md
