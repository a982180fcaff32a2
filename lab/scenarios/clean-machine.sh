# A machine without secrets is not called one with secrets: next to nothing is left out of the repository for what it looks like.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"

twin init >/dev/null
lines_in() { find "$@" -type f -exec cat {} + | wc -l; }
kept=$(find "$repo/filesystem" -type f | wc -l)
left_out=$(cat "$repo"/live/*.yaml | grep -c 'looks like a secret' || true)
masked=$({ grep -roF '‹secret' "$repo/live" "$repo/state" "$repo/logs" || true; } | wc -l)

check "of $((kept + left_out)) files with $(lines_in "$repo/filesystem") lines, $left_out are left out as secrets, at most 1 in 100" \
  test $((left_out * 100)) -le $((kept + left_out))
check "of $(lines_in "$repo/live" "$repo/state") lines about the machine and $(lines_in "$repo/logs") about its logs, $masked have a mask" \
  same 0 echo "$masked"
check_exit 1 'twin logs finds no mask' twin logs --grep '‹secret'
check_exit 0 'status says in sync' twin status
check_exit 0 'there is nothing to plan' twin plan

# What a package brings is no secret either.
apt-get -qq install -y twin-toy twin-toy-conf >/dev/null 2>&1
check_exit 0 'a package comes' twin snapshot
check 'and is recorded' clean
check "of all $(find /etc -xdev -type f | wc -l) files in /etc, none is left out as a secret" \
  same "$left_out" bash -c "cat '$repo'/live/*.yaml | grep -c 'looks like a secret' || true"
