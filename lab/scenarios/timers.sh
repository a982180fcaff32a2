# When something runs: a timer of a package gets another schedule and keeps its intervals, one of twin's own is made and switched on by
# services, both are undone to what was there, and nothing of somebody else is touched.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

units=/etc/systemd/system
clean=systemd-tmpfiles-clean.timer
drop_in=$units/$clean.d/50-twin.conf
says() { systemctl show -p TimersCalendar -p TimersMonotonic "$1" | sed 's/ ; next_elapse=.*//' | sort; }

twin init >/dev/null
check 'a fresh machine has no wish about timers' grep -qx 'timers: \[\]' "$repo/state/timers.yaml"
check 'and all its timers are seen' grep -q 'name: fstrim.timer' "$repo/live/timers.yaml"
check 'never with when they elapse next' lacks -ri next_elapse "$repo/live"
check_exit 0 'which is no drift' twin status
packaged=$(says "$clean")

wish timers "name: $clean, schedule: [\"Mon..Fri 3:05\"], delay: 90"
wish timers 'name: lab-night.timer, schedule: [daily], persistent: true, unit: toy-static.service'
wish timers 'name: dpkg-db-backup.timer, schedule: ["*-*-* 0:00"]'
wish services 'name: lab-night.timer, enabled: true, running: true'
check_exit 2 'plan has something to do' twin plan --output json
expected='services.timers/change/systemd-tmpfiles-clean.timer
services.timers/make/lab-night.timer'
check 'which is what was wished, and the same in other words is none of it' \
  same "$expected" bash -c "jq -r '.actions[][].id' '$out' | grep timers/ | sort"
check_exit 0 'apply does it' twin apply --yes
check 'the schedule is the one that was declared' grep -F 'OnCalendar=Mon..Fri *-*-* 03:05:00' <(says "$clean")
check 'the intervals of the package are still there' grep -F 'OnBootUSec=15min' <(says "$clean")
check 'both of them' grep -F 'OnUnitActiveUSec=1d' <(says "$clean")
check 'the delay, too' grep -qx 'RandomizedDelayUSec=1min 30s' <(systemctl show -p RandomizedDelayUSec "$clean")
check 'systemd finds nothing wrong with them' systemd-analyze verify "$units/lab-night.timer"
check 'the new one is switched on by services' same enabled systemctl is-enabled lab-night.timer
check 'and waits for its time' same active systemctl is-active lab-night.timer
check 'for midnight' grep -q ' 00:00:00 ' <(systemctl show -p NextElapseUSecRealtime lab-night.timer)
check_exit 0 'nothing is left to do' twin status
twin snapshot >/dev/null
check_exit 0 'what twin wrote is no file that nobody wished for' twin diff
check 'and files has none of it' lacks -r 'lab-night\|50-twin' "$repo/live/files.yaml" "$repo/state/files.yaml"

commits=$(git -C "$repo" rev-list --count HEAD)
twin snapshot >/dev/null
check 'a second snapshot of the same makes no commit' same "$commits" git -C "$repo" rev-list --count HEAD

# ---- what somebody else does ----
mkdir -p "$units/fstrim.timer.d"
printf '[Timer]\nOnCalendar=\nOnCalendar=monthly\n' >"$units/fstrim.timer.d/99-mine.conf"
systemctl daemon-reload
wish timers 'name: fstrim.timer, schedule: [daily]'
twin plan >/dev/null || true
check_exit 4 'a drop-in that comes after twin'"'"'s has the last word' twin apply --yes
check_exit 2 'which is told' twin plan --only timers:fstrim.timer
check 'with where to look' said 'systemctl cat fstrim.timer'
check 'and it is as it was' grep -q monthly "$units/fstrim.timer.d/99-mine.conf"
rm "$units/fstrim.timer.d/99-mine.conf"
systemctl daemon-reload
check_exit 0 'without it all is well' twin status

echo 'AccuracySec=1s' >>"$drop_in"
check_exit 2 'what was changed by hand is told' twin plan
check 'as not being as twin wrote it' said 'is not as twin wrote it'
sed -i '/AccuracySec/d' "$drop_in"
systemctl daemon-reload
check_exit 0 'and is all right again once it is put back' twin status

# ---- what cannot be ----
wish timers 'name: dpkg-db-backup.timer2, schedule: [daily]'
check_exit 1 'what is no timer is refused' twin plan
sed -i '/timer2/d' "$repo/state/timers.yaml"
wish timers 'name: logrotate.timer, schedule: ["25:00"]'
twin plan >"$out" 2>&1 || true
check 'a time that there is not is told when the plan is made' grep -F 'systemd does not understand the time "25:00"' "$out"
sed -i '/25:00/d' "$repo/state/timers.yaml"
wish timers 'name: lab-nobody.timer, schedule: [daily]'
twin plan >"$out" 2>&1 || true
check 'a timer that nobody brings is waited for' grep -F 'no timer lab-nobody.timer' "$out"
sed -i '/lab-nobody/d' "$repo/state/timers.yaml"

# ---- back ----
sed -i "/name: $clean/d; /name: lab-night.timer, schedule/d; /name: fstrim.timer/d" "$repo/state/timers.yaml"
forget services 'name: lab-night.timer' 2>/dev/null || sed -i '/name: lab-night.timer/d' "$repo/state/services.yaml"
check_exit 0 'what is not declared is left alone' twin status
check 'all of it' test -e "$drop_in" -a -e "$units/lab-night.timer"
wish timers "name: $clean, ensure: absent"
wish timers 'name: lab-night.timer, ensure: absent'
twin plan >/dev/null || true
check_exit 0 'what is declared absent goes' twin apply --yes
check 'the drop-in and its folder' not test -e "$units/$clean.d"
check 'the timer itself' not test -e "$units/lab-night.timer"
check 'which is switched off' not systemctl is-active lab-night.timer
check 'also for the next boot' not test -e "$units/timers.target.wants/lab-night.timer"
check 'the package has its schedule again' same "$packaged" says "$clean"
check_exit 2 'that can be taken back' twin undo
check_exit 0 'as it was' twin apply --yes
check 'with the schedule' grep -F 'OnCalendar=Mon..Fri *-*-* 03:05:00' <(says "$clean")
check 'and the timer' test -e "$units/lab-night.timer"
