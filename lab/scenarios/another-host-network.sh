# The network of another machine is changed by ssh, also the one by which it is reached: it is kept only when it is confirmed over a
# connection that still stands. What cuts the connection off is taken back there without this twin, which then finds out what came of it.
# shellcheck shell=bash disable=SC2154 # checks.sh sets what is used here
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/laptop.sh"
. "$here/lib/network.sh"

time=10
over() { twin "$@" --host alice@10.77.0.80; }

# want ADDRESS: the one profile that is wished for
want() {
  as_keeper "sed -i -e '/^  - {uuid: $uuid/d' -e 's/^profiles: \\[\\]\$/profiles:/' '$repo/state/network.yaml'
    echo '  - {uuid: $uuid, id: lab, type: ethernet, interface: eth1, autoconnect: true, settings: {ipv4: {method: manual, address-data: [{address: $1, prefix: 24}]}, ipv6: {method: disabled}}}' >>'$repo/state/network.yaml'"
  box plan >"$out" 2>"$err" || [[ $? -eq 2 ]]
}
hold() { # SECONDS: until it waits for an answer
  box apply --yes --hold-network --network-timeout "$1" >"$work/held" 2>&1 &
  held=$!
  so_that grep -qF 'twin apply --confirm' "$work/held"
}
# ended CODE SENTENCE: so who waited ends
ended() {
  local code=0
  wait "$held" || code=$?
  check "$2" same "$1" echo "$code"
}

let_in
know_host
install_twin
box init >/dev/null
add_profile
know_host 10.77.0.80
box snapshot >/dev/null
check 'what twin sees of the network is that of the other machine' grep -qF "$uuid" "$repo/live/network.yaml"

# --- kept
want 10.77.0.81
check_exit 0 'with --yes what is found out there is enough' box apply --yes --network-timeout $time
check 'the profile is changed' same 10.77.0.81/24 address
check 'and so is the interface' same 10.77.0.81/24 on_eth1
check 'nothing is on probation any more' nothing_open
sleep $((time + 2))
check 'and it stays' same 10.77.0.81/24 address
check_exit 1 'there is nothing to confirm' box apply --confirm
want 10.77.0.82
hold 120
check_exit 0 'a second command confirms it' box apply --confirm
ended 0 'the first ends well'
check 'and it is changed' same 10.77.0.82/24 on_eth1

# --- taken back
want 10.77.0.83
check_exit 5 'held, and not confirmed, it is taken back' box apply --yes --hold-network --network-timeout $time
check 'the profile is what it was' same 10.77.0.82/24 address
check 'nothing is on probation any more' nothing_open

# --- a lost connection
want 10.77.0.84
hold 20
check 'the change is made, and on probation' same 10.77.0.84/24 address
pkill -9 -u keeper -x ssh
ended 6 'a connection that is lost in between needs a person'
so_that same 10.77.0.82/24 address
check 'after its time it is taken back there, by nobody from here' same 10.77.0.82/24 on_eth1
check 'nothing is on probation any more' nothing_open
check_exit 6 'nothing else is applied' box apply --yes
check_exit 0 'resume does it again' box apply --resume --network-timeout $time
check 'now it is there' same 10.77.0.84/24 on_eth1
check_exit 0 'and in sync' box status

# --- over the address that is changed
want 10.77.0.80
check_exit 0 'the machine is to be reached by that address' box apply --yes --network-timeout $time
want 10.77.0.86
check_exit 2 'over which it is looked at' over plan
check_exit 5 'what cuts off the way there is taken back' over apply --yes --network-timeout $time
check 'the profile is what it was' same 10.77.0.80/24 address
check 'and so is the interface' same 10.77.0.80/24 on_eth1
check 'nothing is on probation any more' nothing_open
check_exit 2 'and it can be reached as before' over status
