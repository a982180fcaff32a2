# Who is not root sees of the logs what her groups allow, and is told what would allow the rest.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/logs.sh"

logger -t toy -p user.err 'an error that is not hers'
settle
repo=/home/alice/twin-sync-device
look_as_alice() { alice "$checkout/twin" logs --output json >"$work/logs.json"; }
check_exit 0 'alice makes a twin of her own' alice "$checkout/twin" init
look_as_alice
for log in syslog authlog nginx_error; do
  check "she is told how to see $log" same 'group adm: sudo usermod -aG adm alice' remedy "$log"
done
check 'and the journal' same 'group systemd-journal (or adm): sudo usermod -aG systemd-journal alice' remedy journal
check_exit 0 'her twin shows so' alice "$checkout/twin" logs
check 'and counts nothing that it did not see' told_text 'journal          not read'
usermod -aG adm,systemd-journal alice
check_exit 0 'in the groups, she sees them' alice "$checkout/twin" snapshot
look_as_alice
check 'all of them' same '' jq_logs '.sources[] | select(.unavailable) | .name'
check 'with what jq counts' same "$(in_journal '<= 3' "$(journal_end)")" number journal errors
