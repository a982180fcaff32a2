# Sourced by every scenario. A scenario runs as root inside a fresh machine that sees the built checkout at /srv/twin.
# It breaks off where a command outside of a check fails.
# shellcheck shell=bash
set -euo pipefail
export LC_ALL=C.UTF-8
export JAVA_HOME=${JAVA_HOME:-/opt/jdk}
# shellcheck disable=SC2034 # for the scenarios
checkout=/srv/twin
# shellcheck disable=SC2034
repo=/root/twin-sync-device

work=$(mktemp -d)
chmod 0755 "$work"
out=$work/out # what the last check_exit printed,
err=$work/err # and what it said on standard error
trap 'echo "broke off at line $LINENO: $BASH_COMMAND" >&2' ERR
trap '[[ $? -eq 0 ]] || echo "FAIL the scenario broke off"' EXIT

verdict() { # SENTENCE FILE-THAT-SAYS-WHY…
  local sentence=$1
  shift
  if [[ $# -eq 0 ]]; then
    echo "ok   $sentence"
  else
    echo "FAIL $sentence"
    head -n 60 "$@" | sed 's/^/       /'
  fi
}

# check SENTENCE COMMAND…: the command succeeds. (Inside a function that is checked, set -e is off: join with &&.)
check() {
  local sentence=$1
  shift
  if "$@" >"$work/said" 2>&1 </dev/null; then verdict "$sentence"; else verdict "$sentence" "$work/said"; fi
}

# check_exit CODE SENTENCE COMMAND…: the command ends with this exit code; what it said stays in $out and $err
check_exit() {
  local wanted=$1 sentence=$2 code=0
  shift 2
  "$@" >"$out" 2>"$err" </dev/null || code=$?
  if [[ $code -eq $wanted ]]; then
    verdict "$sentence"
  else
    echo "exit $code instead of $wanted: $*" >"$work/said"
    verdict "$sentence" "$work/said" "$out" "$err"
  fi
}

not() { ! "$@"; }

# so_that COMMAND…: until it succeeds, or for two minutes. Where it is not checked, the scenario breaks off there.
so_that() {
  local _
  for _ in {1..1200}; do
    ! "$@" >/dev/null 2>&1 || return 0
    sleep 0.1
  done
  return 1
}

# lacks GREP-ARGUMENT…: grep can read everything and finds nothing
lacks() {
  local code=0
  grep "$@" || code=$?
  [[ $code -eq 1 ]]
}

# same EXPECTED COMMAND…: the command prints exactly these lines, or nothing
same() {
  local expected=$1
  shift
  diff <([[ -z $expected ]] || printf '%s\n' "$expected") <("$@" 2>&1)
}

# said WORDS: the last check_exit said so on standard error or standard output
said() { grep -F -- "$1" "$err" "$out" || { cat "$err" "$out"; return 1; }; }

# jq over what the last check_exit printed
told() { jq -e "$@" "$out"; }
