# A changed network is kept only when it is confirmed: at the terminal, by a second command, or by twin's own probe. A twin that
# is killed in between, an answer that does not come, and a gateway that falls silent bring back what was there before.
# shellcheck shell=bash disable=SC2154 # checks.sh sets what is used here
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/network.sh"

time=10
script=$work/typescript

runs() { find /var/lib/twin/runs -name "$1"; }
until_said() { # FILE WORDS: 60 s at most
  local tries
  for ((tries = 0; tries < 600; tries++)); do
    ! grep -qF -- "$2" "$1" 2>/dev/null || return 0
    sleep 0.1
  done
  echo "never said: $2" >&2
  cat "$1" >&2
  return 1
}
result() { grep -A4 -F -- "network.networkmanager/change/$uuid" "$(newest)" | grep -oE 'outcome: [a-z_]+' | head -n 1; }
newest() { find "$repo/plan/history" -type f | sort | tail -n 1; }

# want ADDRESS [GATEWAY]: the one profile that is wished for
want() {
  sed -i '/^  - {uuid: '"$uuid"'/d' "$repo/state/network.yaml"
  wish_profile "uuid: $uuid, id: lab, type: ethernet, interface: eth1, autoconnect: true, settings: {ipv4: {method: manual, \
address-data: [{address: $1, prefix: 24}]${2:+, gateway: $2}}, ipv6: {method: disabled}}"
  twin plan >"$out" 2>"$err" || [[ $? -eq 2 ]]
}
wish_profile() {
  sed -i 's/^profiles: \[\]$/profiles:/' "$repo/state/network.yaml"
  echo "  - {$1}" >>"$repo/state/network.yaml"
}

# terminal ANSWER: what a person sees who says yes to the plan and answers the question once it stands there
terminal() {
  local code=0
  : >"$script"
  timeout 90 script -qefc "$checkout/twin apply --network-timeout $time" "$script" >/dev/null \
    < <(until_said "$script" 'Do this?'; printf 'y\n'; until_said "$script" 'Keep the network'; printf '%b' "$1"; sleep 30) || code=$?
  echo "$code"
}

twin init >/dev/null
add_profile
twin snapshot >/dev/null

# ---- twin's own probe ----
want 10.77.0.81
check_exit 0 'with --yes what twin finds out by itself is enough' twin apply --yes --network-timeout $time
check 'the profile is changed' same 10.77.0.81/24 address
check 'and so is the interface' same 10.77.0.81/24 on_eth1
check 'nothing is on probation any more' nothing_open
sleep $((time + 2))
check 'and it stays' same 10.77.0.81/24 address

# ---- at the terminal ----
want 10.77.0.82
check 'a yes at the terminal keeps it' same 0 terminal 'y\n'
check 'the question says what speaks for it' grep -qE 'Keep the network as it is now\? \(.*answers?; taken back in' "$script"
check 'the profile is changed' same 10.77.0.82/24 address
check 'nothing is on probation any more' nothing_open
want 10.77.0.83
check 'a no takes it back' same 5 terminal 'n\n'
check 'the profile is what it was' same 10.77.0.82/24 address
check 'and so is the interface' same 10.77.0.82/24 on_eth1
check 'which is recorded' same 'outcome: taken_back' result
want 10.77.0.83
check 'no answer takes it back' same 5 terminal ''
check 'for the reason that nobody answered' grep -q 'nobody confirmed it in time' "$script"
check 'the profile is what it was' same 10.77.0.82/24 address

# ---- by a second command ----
check_exit 1 'there is nothing to confirm' twin apply --confirm
want 10.77.0.84
check_exit 5 'held, and not confirmed, it is taken back' twin apply --yes --hold-network --network-timeout $time
check 'who waits says how to confirm it' said 'twin apply --confirm'
check 'the profile is what it was' same 10.77.0.82/24 address
want 10.77.0.84
twin apply --yes --hold-network --network-timeout 120 >"$work/held" 2>&1 &
held=$!
until_said "$work/held" 'twin apply --confirm'
check_exit 0 'a second command confirms it, though the first holds the lock' twin apply --confirm
code=0
wait "$held" || code=$?
check 'the first ends well' test "$code" -eq 0
check 'the profile is changed' same 10.77.0.84/24 address
check 'no marker is left' same '' runs waiting
check 'of either side' same '' runs confirmed
sleep $((time + 2))
check 'and it stays' same 10.77.0.84/24 address

# ---- killed between change and confirmation ----
killed() {
  want "$1"
  : >"$work/killed" # of the one before: what is started in the background may empty it late
  twin apply --yes --hold-network --network-timeout $time >"$work/killed" 2>&1 &
  local apply=$!
  until_said "$work/killed" 'twin apply --confirm'
  kill -9 $(pgrep -f 'twin.jar (apply|worker)')
  wait "$apply" 2>/dev/null || true
}
killed 10.77.0.85
check 'killed, twin leaves the change' same 10.77.0.85/24 address
check_exit 1 'nobody answers a second command' twin apply --confirm
check 'which says so' said 'does not answer'
sleep $((time + 1))
check 'after its time it is taken back without twin' same 10.77.0.84/24 address
check 'on the interface too' same 10.77.0.84/24 on_eth1
check 'nothing is on probation any more' nothing_open
check_exit 6 'nothing else is applied' twin apply --yes
check_exit 0 'resume does it again' twin apply --resume --network-timeout $time
check 'the profile is changed' same 10.77.0.85/24 address
check_exit 0 'and all is in sync' twin status

killed 10.77.0.86
check_exit 0 'resumed at once, it need not wait' twin apply --resume --network-timeout $time
check 'the profile is changed' same 10.77.0.86/24 address
check 'nothing is on probation any more' nothing_open
killed 10.77.0.87
check_exit 5 'or it is rolled back' twin apply --rollback --yes --network-timeout $time
check 'the profile is what it was' same 10.77.0.86/24 address
check 'nothing is on probation any more' nothing_open

# ---- asked to stop while it waits ----
want 10.77.0.88
env --default-signal=INT "$checkout/twin" apply --yes --hold-network --network-timeout 60 >"$work/stopped" 2>&1 &
stopped=$!
until_said "$work/stopped" 'twin apply --confirm'
kill -INT "$(pgrep -f 'twin.jar apply' | head -n 1)"
code=0
wait "$stopped" || code=$?
check 'asked to stop, twin ends with 130' test "$code" -eq 130
check 'and has taken it back' same 10.77.0.86/24 address
check_exit 1 'nothing is left open' twin apply --resume

# ---- an ordinary user, whose root side changes it ----
repo=/home/alice/twin-sync-device
alice "$checkout/twin" init >/dev/null
of_alice() { alice "$checkout/twin" "$@"; }
runuser -u alice -- sed -i "s/10\.77\.0\.86/10.77.0.89/" "$repo/state/network.yaml"
of_alice plan >/dev/null || [[ $? -eq 2 ]]
of_alice apply --yes --hold-network --network-timeout 120 >"$work/alice" 2>&1 &
held=$!
until_said "$work/alice" 'twin apply --confirm'
check_exit 1 'root is somebody else and confirms nothing of hers' "$checkout/twin" apply --confirm --repo /root/twin-sync-device
check_exit 0 'she confirms it without root' of_alice apply --confirm
code=0
wait "$held" || code=$?
check 'and it is kept' test "$code" -eq 0
check 'the profile is changed' same 10.77.0.89/24 address
repo=/root/twin-sync-device

# ---- what cuts off the gateway ----
want 10.77.0.90 10.77.0.1
check_exit 0 'the interface gets a gateway' twin apply --yes --allow-destructive --network-timeout $time
nmcli device disconnect eth0 >/dev/null
want 10.99.0.2 10.99.0.1
check_exit 5 'a change that cuts off the gateway is taken back' twin apply --yes --allow-destructive --network-timeout 30
check 'for that reason' said '10.77.0.1 does not answer any more'
check 'the profile is what it was' same 10.77.0.90/24 address
check 'the gateway answers' timeout 20 bash -c '</dev/tcp/10.77.0.1/53'
check 'which is recorded' same 'outcome: taken_back' result
check 'nothing is on probation any more' nothing_open
nmcli device connect eth0 >/dev/null
