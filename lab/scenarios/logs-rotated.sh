# What was rotated away is not counted twice, what was lost is told, and no log is ever the reason for a commit.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/logs.sh"

printf '/var/log/toy.log {\n  copytruncate\n  rotate 3\n  compress\n}\n' >/etc/logrotate.d/toy
write_toy 2
twin init >/dev/null
sed -i '/^  sources:$/a\    - {name: toy, path: /var/log/toy.log, parse: syslog}' "$repo/state/logs_config.yaml"
git -C "$repo" -c user.name=root -c user.email=root@localhost commit -qam 'One more log'

logger -t toyrotation 'toy rotation failed'
logger -t toyjournal -p user.err 'says this gravely'
settle
check_exit 0 'a first snapshot' twin snapshot

# Logs are rotated in each way that is usual.
commit=$(head_of)
logger -t toyjournal -p user.err 'says this gravely'
journalctl -q --rotate
logger -t toyrotation 'toy rotation failed'
settle
write_toy 1
rotate rsyslog
rotate toy
write_toy 1
logger -t toyrotation 'toy rotation failed'
settle
rotate rsyslog # what was rotated first is packed now
logger -t toyrotation 'toy rotation failed'
logger -t toyjournal -p user.err 'says this gravely'
settle
check 'a rotated log is packed' there /var/log/syslog.2.gz /var/log/toy.log.1.gz
check_exit 0 'a second snapshot' twin snapshot
check 'says that only the logs are new' said 'but what the logs say'
look
check 'makes no commit' no_commit_since "$commit"
check 'and leaves nothing but the index to differ' clean
check 'what was renamed and packed is counted once' same 4 times_of 'toy rotation failed'
check 'so is what was copied and emptied' same 4 times_of 'toy copy failed'
check 'so is what the journal rotated' same 3 times_of 'says this gravely'
check 'nothing is missing' same '' gaps
check_exit 0 'a third snapshot with nothing new to count' twin snapshot
look
check 'counts nothing again' same "$(printf '4\n4\n3')" times_of 'toy rotation failed' 'toy copy failed' 'says this gravely'
check 'and makes no commit' no_commit_since "$commit"

# Some of it is lost.
logger -t toyjournal -p user.err 'says this gravely'
settle
sleep 2
journalctl -q --rotate --vacuum-time=1s
logger -t toyjournal -p user.err 'says this gravely'
write_toy 1
rm /var/log/toy.log*
write_toy 1
settle
check_exit 0 'a snapshot after a loss' twin snapshot
look
check 'tells of it' same "$(printf 'journal\ntoy')" gaps
check 'with the time that is not covered' gaps_have_times
check 'what is there is counted' same "$(printf '5\n4')" times_of 'toy copy failed' 'says this gravely'
check 'and twin logs shows the gap' bash -c "'$checkout/twin' logs | grep -q 'not seen from'"
