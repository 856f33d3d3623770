#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Ends the processes that start.sh started, and no others. Store, keys and logs stay until the next start.
# Also removes kubectl's cache for the server, because the next server on that port can serve other kinds.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=lib.sh
. "$here/lib.sh"

# end PART: sends TERM, and KILL after 15 seconds.
end() {
  local pid deadline=$((SECONDS + 15))
  if alive "$1"; then
    read -r pid _ <"$run/$1.pid"
    kill -TERM "$pid"
    while alive "$1"; do
      if [ "$SECONDS" -ge "$deadline" ]; then kill -KILL "$pid" 2>/dev/null || true; fi
      sleep 0.1
    done
    say "stopped $1"
  fi
  rm -f "$run/$1.pid"
}

for part in $parts; do end "$part"; done
rm -f "$run/settings"
port=$(sed -n 's|^ *server: https://127\.0\.0\.1:||p' "$run/kubeconfig" 2>/dev/null || true)
if [ -n "$port" ]; then rm -rf "${KUBECACHEDIR:-$HOME/.kube/cache}/discovery/127.0.0.1_$port"; fi
