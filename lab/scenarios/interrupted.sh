# Somebody asks twin to stop in the middle of an apply: what is under way is finished and written down, nothing new is begun.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

# ask_to_stop SIGNAL COMMAND…: sends it to twin while a package is being configured; the exit code is twin's
ask_to_stop() {
  local signal=$1 code=0 apply
  shift
  "$@" >"$out" 2>"$err" </dev/null &
  apply=$!
  so_that pgrep -f 'twin-toy-slow.postinst'
  kill "-$signal" "$(pgrep -f 'twin.jar apply' | head -n 1)"
  wait "$apply" || code=$?
  return "$code"
}
result_of() { grep -A3 -F -- "- id: $1" "$repo"/plan/history/*.yaml | grep -oE 'outcome: [a-z_]+' | head -n 1; }

twin init >/dev/null
wish packages 'name: twin-toy-slow'
echo one | content_of /etc/toy-one.conf
wish files 'path: /etc/toy-one.conf, twin_path: filesystem/etc/toy-one.conf'
twin plan >/dev/null || true
# A shell starts what is in the background with SIGINT ignored, and Java keeps it so.
code=0
ask_to_stop INT env --default-signal=INT "$checkout/twin" apply --yes || code=$?
check 'twin ends with 130' test "$code" -eq 130
check 'the package was finished' installed twin-toy-slow
check 'dpkg has nothing to complain of' same '' dpkg --audit
check 'which is recorded' same 'outcome: applied' result_of packages.debian/install/twin-toy-slow
check 'the file was not begun' not there /etc/toy-one.conf
check 'which is recorded too' same 'outcome: not_attempted' result_of files.mirror/write//etc/toy-one.conf
check 'and said' said 'not tried'
check_exit 1 'nothing is left open' twin apply --resume
check_exit 2 'the rest is planned' twin plan
check_exit 0 'and done' twin apply --yes
check 'the file is there' grep -qx one /etc/toy-one.conf

apt-get -qq purge -y twin-toy-slow >/dev/null 2>&1
twin plan >/dev/null || true
code=0
ask_to_stop TERM "$checkout/twin" apply --yes || code=$?
check 'SIGTERM ends it with 143' test "$code" -eq 143
check 'after the package was finished' installed twin-toy-slow
check 'and recorded' clean

apt-get -qq purge -y twin-toy-slow >/dev/null 2>&1
repo=/home/alice/twin-sync-device
alice "$checkout/twin" init >/dev/null
runuser -u alice -- bash -c "sed -i 's/^\([a-z_]*\): \[\]\$/\1:/' '$repo'/state/packages.yaml; echo '  - {name: twin-toy-slow}' >>'$repo/state/packages.yaml'"
alice "$checkout/twin" plan >/dev/null || true
# A terminal sends Ctrl-C to all that runs in the foreground: twin, sudo and the root side.
timeout -s KILL 120 script -qec \
  "runuser -u alice -- env -C /home/alice HOME=/home/alice $checkout/twin apply --yes; echo \"ended with \$?\"" "$work/typescript" \
  < <(so_that pgrep -f 'twin-toy-slow.postinst'; printf '\003'; sleep 60) >/dev/null || true
check 'Ctrl-C in a terminal does not cut the root side' installed twin-toy-slow
check 'and what it did is recorded' grep -q 'outcome: applied' "$repo"/plan/history/*.yaml
check 'by a twin that ends with 130' grep -q 'ended with 130' "$work/typescript"
check 'nothing is left at work' lacks -q 'twin.jar' <(ps -eo args | grep -v grep)
