# Sourced by the other scripts: places and helpers they share.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d : -f 6)}
export PATH
cache=${NIANBAO_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/nianbao}
. "$root/scripts/versions.env"
export CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-5G}
export LANG=C.UTF-8 LC_ALL=C.UTF-8  # the compilers' cache goes by both; file names and LibreOffice's conversions need a UTF-8 locale, which a fresh machine does not set
# Debian's Emscripten needs the acorn of Debian's module folder, which a node from elsewhere does not search.
if [ -d /usr/share/nodejs ]; then export NODE_PATH=/usr/share/nodejs; fi
# The pinned Node knows only certificates of its own, Debian's those of the machine.
certificates=/etc/ssl/certs/ca-certificates.crt
if [ -f "$certificates" ]; then export NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-$certificates}; fi
pinned_node=$cache/node-$NODE_VERSION
if [ -x "$pinned_node/bin/node" ]; then export PATH=$pinned_node/bin:$PATH; fi

# Every line says how long the first of the scripts that call each other has been running.
export NIANBAO_STARTED=${NIANBAO_STARTED:-$(date +%s)}
elapsed() { local s=$(($(date +%s) - NIANBAO_STARTED)); printf '%d:%02d' $((s / 60)) $((s % 60)); }
say() { printf '== %s %s\n' "$(elapsed)" "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# Passes a build's output on to a file and says every ten seconds how far the build is: "[96/304] …" of ninja.
progress() {  # what, file
  local line next=$((SECONDS + 10))
  while IFS= read -r line; do
    printf '%s\n' "$line" >&3
    if ((SECONDS >= next)) && [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then
      say "  $1: ${BASH_REMATCH[1]} of ${BASH_REMATCH[2]}"
      next=$((SECONDS + 10))
    fi
  done 3>>"$2"
}
