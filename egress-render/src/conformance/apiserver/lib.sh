# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Shared by start.sh and stop.sh: the folders, and how a process is recognised.

cache=${EGRESS_APISERVER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/egress-apiserver}
run=${EGRESS_APISERVER_RUN:-$cache/run}
case $cache in /*) ;; *) cache=$PWD/$cache ;; esac
case $run in /*) ;; *) run=$PWD/$run ;; esac
# shellcheck disable=SC2034 # read where this file is sourced
parts="kube-controller-manager kube-apiserver etcd" # in the order in which they end

say() { printf '%s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }

# birth PID: the time when the kernel started it, by which it differs from a later process with its number.
# It is field 22 of stat; the second field, the name in brackets, may hold spaces.
birth() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1 # $(<file) would end a shell with -e
  read -ra stat <<<"${stat##*) }"
  [ "${stat[0]}" != Z ] && printf '%s\n' "${stat[19]}"
}

# alive NAME: whether the process recorded under that name still runs.
alive() {
  local pid born
  read -r pid born 2>/dev/null <"$run/$1.pid" || return 1
  [ "$(birth "$pid")" = "$born" ]
}
