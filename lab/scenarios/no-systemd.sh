# twin where systemd cannot be reached, as in a chroot: services are unavailable, never an empty list.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

# apart COMMAND…: without systemd's sockets and without the system bus
apart() {
  # shellcheck disable=SC2016
  unshare --mount bash -c 'mount -t tmpfs none /run/systemd && mount -t tmpfs none /run/dbus && exec "$@"' apart "$@"
}

twin init >/dev/null
forget services 'name: toy-enabled.service'
wish services 'name: toy-enabled.service, enabled: false'
check 'systemd cannot be reached there' not apart systemctl is-system-running

check_exit 2 'status does not say in sync' apart "$checkout/twin" status --output json
check 'services are unavailable, with a reason' told \
  '.plugins[] | select(.plugin == "services.systemd") | .in_sync == false and (.unavailable | length > 10)'
check 'packages are seen' told '.plugins[] | select(.plugin == "packages.debian") | .in_sync == true'
check_exit 0 'a snapshot works' apart "$checkout/twin" snapshot
check 'and writes down why nothing was seen' grep -q '^unavailable: ' "$repo/live/services.yaml"
check 'and no list' lacks -q '^services:' "$repo/live/services.yaml"
check_exit 2 'plan' apart "$checkout/twin" plan --output json
check 'plans nothing on what it did not see' told '[.actions[][]] == []'
check_exit 2 'apply can do nothing, and does not say that all is well' apart "$checkout/twin" apply --yes
check 'the service is as it was' same enabled systemctl is-enabled toy-enabled.service

check_exit 1 'init in such a place' apart "$checkout/twin" init
check_exit 0 'makes a repository elsewhere' apart "$checkout/twin" init --repo /root/second
check 'which wishes nothing of services' lacks -q 'name:' /root/second/state/services.yaml
check_exit 2 'with systemd back' twin plan --output json
check 'just the wish is planned' same services.systemd/disable/toy-enabled.service jq -r '.actions[][].id' "$out"
