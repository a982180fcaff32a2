# The machine is on again, with the disk that power-off-1-in-apt left.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"

check 'dpkg is still in the middle of it' not installed twin-toy-slow
check_exit 2 'status says that an apply was cut off' twin status
check 'and which action was under way' said 'packages.debian/install/twin-toy-slow'
check_exit 0 'resume repairs and finishes' twin apply --resume
check 'the package is there' installed twin-toy-slow
check 'so is the other one' installed twin-toy-svc
check 'dpkg has nothing to complain of' same '' dpkg --audit
check 'the file is there' grep -qx one /etc/toy-one.conf
check_exit 0 'and all is in sync' twin status
check 'the repository is whole' git -C "$repo" fsck --strict --no-dangling
check 'and clean' clean
