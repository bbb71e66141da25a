#!/usr/bin/env bash
# Installs the Debian packages that the project needs and that are missing: with --test also those that only the tests
# use, with --bench those of the benchmark. Says nothing when there is nothing to do.
set -euo pipefail

packages=(libgraphviz-dev libcmark-gfm-dev libcmark-gfm-extensions-dev pkg-config)
case "${1:-}" in
  # dot, rsvg-convert, a JSON Schema validator, an HTML validator and a browser judge what we write.
  --test) packages+=(graphviz librsvg2-bin python3-jsonschema tidy chromium chromium-driver python3-selenium) ;;
  --bench) packages+=(graphviz valgrind python3 python3-venv) ;;
esac

if ! command -v swift >/dev/null; then
  echo "Swift 6.1 or newer is needed: https://www.swift.org/install/linux/" >&2
  exit 1
fi

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

echo "installing ${missing[*]}"
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
