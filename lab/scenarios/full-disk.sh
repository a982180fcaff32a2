# The disk is full: nothing is done that could not be written down before, and what was done stays known.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

state=/var/lib/twin

# fill FOLDER [KILOBYTES]: leaves just so much room
fill() {
  head -c "${2:-0}K" /dev/zero >"$1/room"
  cat /dev/zero >"$1/ballast" 2>/dev/null || true
  rm "$1/room"
}

free() { rm "$1/ballast"; }

no_half_files() { same '' find /etc "$state" "$repo" -name '.twin-*' -o -name '.new-*'; }

# The state folder is full from the beginning.
mount -t tmpfs -o size=1m,mode=0700 tmpfs "$state" 2>/dev/null || {
  mkdir -m 0700 "$state"
  mount -t tmpfs -o size=1m,mode=0700 tmpfs "$state"
}
twin init >/dev/null
echo new | content_of /etc/toy-one.conf
wish files 'path: /etc/toy-one.conf, twin_path: filesystem/etc/toy-one.conf, notify: [toy-enabled.service]'
wish cron 'id: mine, user: root, schedule: "3 3 * * *", command: /bin/true mine'
echo old >/etc/toy-one.conf
check_exit 2 'a plan is made' twin plan
before=$(machine)
fill "$state"
check_exit 1 'where the journal cannot be begun, nothing is' twin apply --yes
check 'and twin says why' said 'No space left on device'
check 'and where' said "$state/runs"
check 'nothing was changed' same "$before" machine
check 'nothing is half done' no_half_files
check_exit 2 'looking works all the same' twin status
check 'and tells of no open run' not said 'cut off'
free "$state"
check_exit 0 'with room again the same plan is applied' twin apply --yes
check 'the file is there' grep -qx new /etc/toy-one.conf
check_exit 0 'and all is in sync' twin status

# There is room for the journal and none for what a file held.
head -c 600000 /dev/urandom >/etc/toy-big.bin
old=$(sha256sum </etc/toy-big.bin)
echo small | content_of /etc/toy-big.bin
wish files 'path: /etc/toy-big.bin, twin_path: filesystem/etc/toy-big.bin'
wish cron 'id: other, user: root, schedule: "4 3 * * *", command: /bin/true other'
check_exit 2 'a file is to be replaced' twin plan
fill "$state" 400
check_exit 4 'what cannot be kept for undo is not replaced' twin apply --yes
check 'and twin says why' said 'could not be kept for undo, so it was left as it is'
check 'the file is what it was' same "$old" bash -c 'sha256sum </etc/toy-big.bin'
check 'what came after it was not begun' lacks -q 'true other' <(crontab -l)
check 'nothing is half done' no_half_files
check_exit 1 'no run is open' twin apply --resume
free "$state"
check_exit 2 'with room again' twin plan
check_exit 0 'it is replaced' twin apply --yes
check 'the file has the bytes' grep -qx small /etc/toy-big.bin
check_exit 0 'and all is in sync' twin status
check_exit 2 'and undo' twin undo files:/etc/toy-big.bin
check_exit 0 'works' twin apply --yes
check 'the old bytes are back' same "$old" bash -c 'sha256sum </etc/toy-big.bin'
check_exit 2 'state still asks for the new ones' twin plan
check_exit 0 'which come again' twin apply --yes

# The room for the journal ends in the middle.
for number in {1..60}; do
  echo "$number" | content_of "/etc/toy-many/$number.conf"
  wish files "path: /etc/toy-many/$number.conf, twin_path: filesystem/etc/toy-many/$number.conf, mode: \"0644\""
done
mkdir /etc/toy-many
check_exit 2 'many files are to be made' twin plan
fill "$state" 60
check_exit 6 'where the journal cannot be written any more, twin stops' twin apply --yes
check 'and says how far it came' said 'of 60 actions succeeded, and the run stays open'
check 'and why' said 'No space left on device'
check 'and how to end it' said 'twin apply --resume'
made=$(find /etc/toy-many -name '*.conf' | wc -l)
check "it stopped in the middle (after $made)" test "$made" -gt 0 -a "$made" -lt 60
check 'nothing is half done' no_half_files
check_exit 6 'while it is full, nothing else is applied' twin apply --yes
free "$state"
check_exit 0 'with room again it is finished' twin apply --resume
check 'all files are there' same 60 bash -c 'find /etc/toy-many -name "*.conf" | wc -l'
check 'whole' bash -c 'for n in {1..60}; do grep -qx $n /etc/toy-many/$n.conf || exit 1; done'
check_exit 0 'and all is in sync' twin status

# The repository is full: what was done cannot be told there.
rm -rf "$repo"
mkdir -m 0700 "$repo"
mount -t tmpfs -o size=8m,mode=0700 tmpfs "$repo"
twin init >/dev/null
echo newer | content_of /etc/toy-one.conf
check_exit 2 'a plan is made in a repository on a small disk' twin plan
commit=$(head_of)
fill "$repo"
check_exit 6 'what was done and cannot be recorded leaves the run open' twin apply --yes
check 'and says what was done' said '1 of 1 action succeeded, and the run stays open'
check 'and why' said 'No space left on device'
check 'the file is there' grep -qx newer /etc/toy-one.conf
check 'nothing is committed' same "$commit" head_of
check 'nothing is half done' no_half_files
check_exit 6 'while it is full, nothing else is applied' twin apply --yes
check_exit 6 'and it cannot be finished' twin apply --resume
free "$repo"
check_exit 0 'with room again it is finished' twin apply --resume
check 'it is recorded once' test "$(find "$repo/plan/history" -type f | wc -l)" -eq 1
check 'all of it is committed' clean
check 'the repository is whole' git -C "$repo" fsck --strict --no-dangling
check_exit 0 'and all is in sync' twin status

fill "$repo"
echo newest >/etc/toy-one.conf
check_exit 1 'a plan that cannot be kept is an error' twin plan
check 'with the reason' said 'No space left on device'
check 'the repository is still whole' git -C "$repo" fsck --strict --no-dangling
free "$repo"
check_exit 2 'with room again it is made' twin plan
check_exit 0 'and applied' twin apply --yes

# What has no room is not begun: dpkg would find that out in the middle of a package.
wish packages 'name: twin-toy-huge'
check_exit 2 'a package without room is planned as blocked' twin plan
check 'and twin says why' said 'what would be installed takes 976562500 MiB more than what is there now'
check 'and what to do' said 'make room first'
check_exit 2 'and is not begun' twin apply --yes
check 'the package is not there' not installed twin-toy-huge
