# What may cut off the way into the machine needs more than a yes: to be typed at a terminal, or allowed beforehand.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

unit=NetworkManager.service
# at_terminal TEXT: what a person would see and answer
at_terminal() {
  local code=0
  printf '%b' "$1" | timeout 60 script -qec "$checkout/twin apply" "$work/typescript" >/dev/null || code=$?
  echo "$code"
}

twin init >/dev/null
forget services "name: $unit"
wish services "name: $unit, running: false"
before=$(machine)
check_exit 2 'stopping the network is planned' twin plan
check 'and called what it is' said 'destructive'
check_exit 8 'a yes beforehand does not cover it' twin apply --yes
check 'the way round is named' said --allow-destructive
check_exit 2 'a dry run tells too' twin apply --dry-run
check 'what it needs' said 'needs --allow-destructive'
check 'a mere yes at the terminal is refused' same 8 at_terminal 'y\ny\n'
check 'it says what has to be typed' grep -q "type: services.systemd/stop/$unit" "$work/typescript"
check 'a no is a no' same 8 at_terminal 'n\n'
check 'nothing was changed' same "$before" machine
check 'the network manager runs' same active systemctl is-active "$unit"
check 'typed, it is done' same 0 at_terminal "y\nservices.systemd/stop/$unit\n"
check 'and the network manager is stopped' same inactive systemctl is-active "$unit"

check_exit 2 'undo plans the way back' twin undo
check_exit 0 'which is not destructive' twin apply --yes
check 'the network manager runs again' same active systemctl is-active "$unit"
check_exit 2 'once more' twin plan
check_exit 0 'allowed beforehand, it is done without a question' twin apply --yes --allow-destructive
# The bus may start it again as soon as somebody asks for it.
newest=$(find "$repo/plan/history" -type f | sort | tail -n 1)
check 'and recorded' grep -q 'outcome: applied' "$newest"
