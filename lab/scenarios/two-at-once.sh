# Two applies at once: one does its work, the other says so and changes nothing, or waits for as long as it may. So does a
# snapshot, which would write down half of a change.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

twin init >/dev/null
wish packages 'name: twin-toy-slow'
twin plan >/dev/null || true
twin apply --yes >"$work/first" 2>&1 &
first=$!
so_that pgrep -f 'twin-toy-slow'

check_exit 7 'a second apply is refused at once' twin apply --yes
check 'and says who is at work' said "process $(pgrep -f 'twin.jar apply' | head -n 1)"
check_exit 7 'so is one that does not wait long enough' twin apply --yes --lock-timeout 1
before=$(git -C "$repo" rev-parse HEAD)
check_exit 7 'so is a snapshot' twin snapshot --lock-timeout 0
check 'and nothing of it was committed' test "$(git -C "$repo" rev-parse HEAD)" = "$before"
"$checkout/twin" snapshot --lock-timeout 120 >"$work/snapshot" 2>&1 &
snapshot=$!
check_exit 2 'looking is allowed meanwhile' twin status
check 'and told what is going on' said 'another twin is at work on this machine just now'
check_exit 1 'one that waits long enough finds nothing left to do' twin apply --yes --lock-timeout 120
check 'for the plan is used up' said 'no plan'
code=0
wait "$first" || code=$?
check 'the first one did its work' test "$code" -eq 0
code=0
wait "$snapshot" || code=$?
check 'so did the snapshot that waited' test "$code" -eq 0
check 'and told for whom' grep -F 'waiting for it' "$work/snapshot"
check 'and it saw all of it' grep -F 'twin-toy-slow' "$repo/live/packages.yaml"
check 'and the package is there' installed twin-toy-slow

wish packages 'name: twin-toy'
twin plan >/dev/null || true
"$checkout/twin" apply --yes >/dev/null 2>&1 & # not the function: its process would be killed, and twin go on
second=$!
kill -9 "$second"
wait "$second" 2>/dev/null || true
check_exit 0 'a twin that was killed keeps nobody out' bash -c \
  "'$checkout/twin' apply --yes || '$checkout/twin' apply --resume"
check 'and the package is there' installed twin-toy
