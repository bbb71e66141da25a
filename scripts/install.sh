#!/usr/bin/env bash
# Installs the command: scripts/install.sh BINARY PREFIX
set -euo pipefail

binary=$1
prefix=$2

install -D -s -m 755 "$binary" "$prefix/bin/designc"
install -D -m 644 man/designc.1 "$prefix/share/man/man1/designc.1"

completions() {
  mkdir -p "$(dirname "$prefix/$2")"
  "$binary" --generate-completion-script "$1" >"$prefix/$2"
}
completions bash share/bash-completion/completions/designc
completions zsh share/zsh/site-functions/_designc
completions fish share/fish/vendor_completions.d/designc.fish

cat <<'TEXT'
The command needs at run time, besides the C library: Graphviz (Debian: libgvc6) and cmark-gfm (Debian: libcmark-gfm0.29.0.gfm.6,
libcmark-gfm-extensions0.29.0.gfm.6). `designc doctor` says what is missing.
TEXT
echo "installed $prefix/bin/designc, its man page and its completions for bash, zsh and fish"
