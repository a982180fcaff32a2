# Connection profiles through the real NetworkManager: added with a key by reference, changed while in use, removed, taken back;
# and the key is nowhere but where NetworkManager keeps it.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

home=0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa
cable=1c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa
mine=2c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa
key='lab s3cret of Home'

# value FIELD UUID: as another client of NetworkManager sees it, secrets included
value() { nmcli -s -e no -g "$1" connection show "$2"; }
uuids() { nmcli -g UUID connection show | sort; }
addresses() { ip -o -4 address show dev eth1 | awk '{ print $4 }'; }
open_checkpoints() {
  busctl get-property org.freedesktop.NetworkManager /org/freedesktop/NetworkManager org.freedesktop.NetworkManager Checkpoints
}

# Every command line of the machine, watched while twin runs.
watch_command_lines() {
  # a process may end while it is looked at
  (while sleep 0.05; do cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' ' ' || true; done >"$work/command-lines") &
  watching=$!
}

install -m 0600 /dev/stdin /root/.home-psk <<<"$key"
nmcli connection add type ethernet con-name 'Of mine: "x"' ifname eth9 connection.uuid "$mine" autoconnect no \
  ipv4.method manual ipv4.addresses 10.9.0.2/24 ipv4.gateway 10.9.0.1 >/dev/null
before=$(uuids)

check_exit 0 'init takes up what somebody saved' twin init
check 'the profile is among the wishes' grep -qF "uuid: $mine" "$repo/state/network.yaml"
check 'and nothing that NetworkManager made by itself' lacks -qE 'Wired connection|docker0|: lo$' "$repo/state/network.yaml"
check_exit 0 'nothing is to be done' twin status
commit=$(head_of)
nmcli device reapply eth0 >/dev/null
nmcli device disconnect eth1 >/dev/null
nmcli device connect eth1 >/dev/null
check_exit 0 'a second snapshot, after devices went off and on' twin snapshot
check 'makes no commit' no_commit_since "$commit"

wish network "id: Home, uuid: $home, type: wifi, autoconnect: false, settings: {wifi: {ssid: Home}, wifi-security: {key-mgmt: wpa-psk}}, secrets: {wifi-security.psk: {file: /root/.home-psk}}"
wish network "id: Cable, uuid: $cable, type: ethernet, interface: eth1, settings: {ipv4: {method: auto}}"
watch_command_lines
check_exit 2 'a plan for two new profiles' twin plan
check_exit 0 'is applied, as the gateway still answers' twin apply --yes
check 'the profile has its key' same "$key" value 802-11-wireless-security.psk "$home"
check 'the device has taken over the other one' same "$cable" nmcli -g GENERAL.CON-UUID device show eth1
check 'no checkpoint is open' same 'ao 0' open_checkpoints
check_exit 0 'a second plan is empty' twin plan
check_exit 0 'and there is nothing to apply' twin apply --yes
commit=$(head_of)
check_exit 0 'a second snapshot' twin snapshot
check 'makes no commit' no_commit_since "$commit"

sed -i "s|uuid: $cable, type: ethernet, interface: eth1, settings: {ipv4: {method: auto}}|uuid: $cable, type: ethernet, interface: eth1, priority: 5, settings: {ipv4: {method: manual, gateway: 10.77.0.1, address-data: [{address: 10.77.0.77, prefix: 24}]}}|" "$repo/state/network.yaml"
sed -i 's|id: Home, |id: At home, |' "$repo/state/network.yaml"
check_exit 2 'a plan for two changes' twin plan
check_exit 0 'is applied' twin apply --yes
check 'the device has the address' same 10.77.0.77/24 addresses
check 'the renamed profile has kept its key' same "$key" value 802-11-wireless-security.psk "$home"
check 'and its new name' same 'At home' value connection.id "$home"

forget network "uuid: $mine" 2>/dev/null || forget network 'id: "Of mine: \"x\""' 2>/dev/null || true
check_exit 2 'undo plans the way back' twin undo
check_exit 0 'which is applied' twin apply --yes
check 'the address comes from the network again' not same 10.77.0.77/24 addresses
check 'the name is the old one' same Home value connection.id "$home"
check 'with the key' same "$key" value 802-11-wireless-security.psk "$home"
kill "$watching"

check 'the key was in no command line' lacks -qF "$key" "$work/command-lines"
check 'and is not in the repository' lacks -rqF "$key" "$repo" --exclude-dir=.git
check 'nor in its history' bash -c "! git -C '$repo' log -p --all | grep -qF '$key'"
check 'nor in the journal of twin' lacks -rqF "$key" /var/lib/twin
check 'nor in the logs' bash -c "! journalctl -b --no-pager | grep -qF '$key'"

sed -i "s|  - {id: At home, uuid: $home.*|  - {uuid: $home, ensure: absent}|; s|  - {id: Cable, uuid: $cable.*|  - {uuid: $cable, ensure: absent}|" "$repo/state/network.yaml"
check_exit 2 'a plan to remove both' twin plan
check_exit 0 'is applied' twin apply --yes
check 'what was there at the start is there' same "$before" uuids
check 'no checkpoint is open' same 'ao 0' open_checkpoints

wish network "id: Bad, uuid: 3c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa, type: wifi, settings: {wifi-security: {psk: 12345678}}"
check_exit 1 'a wish with a secret in it is refused' twin plan
check 'with the place and the remedy' said 'wifi-security.psk'
