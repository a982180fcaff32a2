# twin is killed in the middle of an apply: the next command says so, nothing new is begun, and it can be finished or taken back.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

# Kills twin, apt and dpkg while a package is being configured.
killed_in_apt() {
  twin plan >/dev/null || true
  twin apply --yes >"$work/apply" 2>&1 &
  local apply=$!
  so_that pgrep -f 'twin-toy-slow.postinst'
  kill -9 "$apply" $(pgrep -f 'twin.jar apply') $(pgrep -x apt-get) $(pgrep -x dpkg) $(pgrep -f 'twin-toy-slow.postinst')
  wait "$apply" 2>/dev/null || true
}

twin init >/dev/null
wish packages 'name: twin-toy-slow'
echo one | content_of /etc/toy-one.conf
wish files 'path: /etc/toy-one.conf, twin_path: filesystem/etc/toy-one.conf, notify: [toy-enabled.service]'
killed_in_apt
check 'dpkg was left in the middle of it' not installed twin-toy-slow

check_exit 2 'status works' twin status
check 'and says what is open' said 'packages.debian/install/twin-toy-slow'
check 'and how to end it' said 'twin apply --resume'
check_exit 6 'nothing else is applied' twin apply --yes
check_exit 0 'resume mends dpkg and finishes' twin apply --resume
check 'the package is there, whole' installed twin-toy-slow
check 'dpkg has nothing to complain of' same '' dpkg --audit
check 'the file is there' grep -qx one /etc/toy-one.conf
check 'the service noticed' grep -q 'restart/toy-enabled.service' "$repo"/plan/history/*.yaml
check 'it is recorded once' test "$(ls "$repo/plan/history" | wc -l)" -eq 1
check_exit 0 'and all is in sync' twin status
check_exit 1 'there is nothing more to resume' twin apply --resume

apt-get -qq purge -y twin-toy-slow >/dev/null 2>&1
before=$(machine)
echo two | content_of /etc/toy-one.conf
killed_in_apt
check_exit 5 'another one is taken back' twin apply --rollback --yes
check 'the package is gone again' not installed twin-toy-slow
check 'the file was never touched' grep -qx one /etc/toy-one.conf
apt-get -qq purge -y twin-toy-slow >/dev/null 2>&1
check 'and the machine is what it was' same "$before" machine
check_exit 2 'state still asks for it' twin plan

whole() { grep -qx two /etc/toy-one.conf; }

# What a kill left open is finished; where nothing was open, all was done or nothing had begun.
finished() {
  local code=0
  twin apply --resume >"$work/resumed" 2>&1 || code=$?
  cat "$work/resumed"
  [[ $code -eq 0 ]] || { grep -qF 'no apply was cut off' "$work/resumed" && { whole || twin apply --yes; }; }
}

# A kill at any other moment.
for moment in 0.9 1.4 1.9 2.4 2.9; do
  twin undo packages:twin-toy-slow >/dev/null 2>&1 || true
  rm -f /etc/toy-one.conf
  twin plan --only files >/dev/null || true
  timeout -s KILL "$moment" "$checkout/twin" apply --yes >/dev/null 2>&1 || true
  so_that not pgrep -f 'twin.jar apply' # what waits for the disk dies only then, and has the lock until it does
  check "killed after $moment s, it is finished" finished
  check 'and the file is whole' whole
done
check 'no half file is left' same '' find /etc -name '.twin-*'
