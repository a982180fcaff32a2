# The power fails in the middle of an apt run: power-off-2-after goes on from there.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

twin init >/dev/null
wish packages 'name: twin-toy-slow'
wish packages 'name: twin-toy-svc'
echo one | content_of /etc/toy-one.conf
wish files 'path: /etc/toy-one.conf, twin_path: filesystem/etc/toy-one.conf'
check_exit 2 'a plan is made' twin plan
setsid "$checkout/twin" apply --yes >/root/apply 2>&1 </dev/null &
so_that pgrep -f 'twin-toy-slow.postinst'
check 'apt is in the middle of it' not installed twin-toy-slow
touch /mnt/carried/power-cut
