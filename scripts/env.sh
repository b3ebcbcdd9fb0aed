# Sourced by the other scripts: places and helpers they share.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${NIANBAO_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/nianbao}
export CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-5G}
# Debian's Emscripten needs the acorn of Debian's module folder, which a node from elsewhere does not search.
[ -d /usr/share/nodejs ] && export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}

say() { printf '== %s\n' "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }
