#!/usr/bin/env bash
# Writes man/designc.1 from the command's own help.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p man
swift package --allow-writing-to-package-directory generate-manual --date "$(date +%Y-%m-%d)" --output-directory man
