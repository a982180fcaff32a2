#!/usr/bin/env bash
# twin runs by the clock: a real timer elapses, takes a snapshot, tells of drift once, and applies what the policy allows. The
# timer is root's here, then one of a user's own.
. "$(dirname "$0")/lib/checks.sh"
. "$(dirname "$0")/lib/machine.sh"

cat >/usr/local/bin/on-drift <<'END'
#!/bin/sh
cat >>/var/tmp/told
END
chmod 0755 /usr/local/bin/on-drift
twin init >/dev/null 2>&1
told() { [[ -e /var/tmp/told ]] && wc -l </var/tmp/told || echo 0; }
runs() { journalctl -q -o cat -u twin-schedule.service | grep -c 'Finished\|Failed to start' || true; }

more_runs_than() { [[ $(runs) -gt $1 ]]; }
# once_more: let the timer elapse again, and wait for the end of what it starts
once_more() { local before; before=$(runs); so_that more_runs_than "$before"; }

check_exit 64 'a time that is none is refused' twin schedule install --at 'now; reboot'
check_exit 64 'an address that is an option is refused' twin schedule install --mail-to=-oQ/tmp
chmod 0777 /usr/local/bin/on-drift
check_exit 1 'a hook that anybody may write to is refused' twin schedule install --hook /usr/local/bin/on-drift
chmod 0755 /usr/local/bin/on-drift
check_exit 64 'a span that nobody lives to see the end of is refused' twin schedule install --every 999999w
mkdir -p -m 0700 /root/.config/twin
install -m 0600 /dev/stdin /root/.config/twin/policy.yaml <<<'unattended: {aply: [cron.user]}'
check_exit 1 'so is a policy with which no run could begin' twin schedule install
check 'with its place' grep -F '/root/.config/twin/policy.yaml:1' "$err"
rm /root/.config/twin/policy.yaml
check 'and no unit was made' not test -e /etc/systemd/system/twin-schedule.timer

check_exit 0 'the timer is installed' twin schedule install --every 5s --delay 0 --hook /usr/local/bin/on-drift
check 'systemd finds nothing wrong with the units' systemd-analyze verify /etc/systemd/system/twin-schedule.service /etc/systemd/system/twin-schedule.timer
check_exit 0 'twin shows it' twin schedule show --output json
running() { jq -e '.running and .units == "own"' "$out"; }
check 'as running' running
next() { twin schedule show --output json | jq -e '.next | fromdate'; }
check 'and when it will next' so_that next
check 'the timer elapses' once_more
check 'of a machine in sync nobody is told' test "$(told)" = 0

wish() { # an entry for a crontab
  sed -i 's/^entries: \[\]$/entries:/' "$repo/state/cron.yaml"
  printf '  - {id: by-clock, user: root, schedule: "0 5 * * *", command: /bin/true}\n' >>"$repo/state/cron.yaml"
}
wish
check 'the timer elapses' once_more
check 'drift is told' test "$(told)" = 1
facts() { tail -n 1 /var/tmp/told | jq -e '.event == "drift" and (.drift | index("cron.user/add/root/by-clock"))'; }
check 'as facts' facts
check 'the timer elapses again' once_more
check 'the same drift is not told again' test "$(told)" = 1
check 'nothing was applied, since no policy allows it' lacks -r by-clock /var/spool/cron/crontabs

printf 'unattended:\n  apply: [cron.user]\n' >/root/.config/twin/policy.yaml
chmod 0600 /root/.config/twin/policy.yaml
in_crontab() { crontab -l | grep -F by-clock; }
check 'what the policy allows is applied by itself' so_that in_crontab
check 'and is in the history' so_that grep -rl 'cron.user/add/root/by-clock' "$repo/plan/history"
once_more
printf '  - {id: by-clock, user: root, ensure: absent}\n' >"$work/absent"
sed -i '/id: by-clock/d' "$repo/state/cron.yaml"
cat "$work/absent" >>"$repo/state/cron.yaml"
once_more
once_more
check 'nothing is taken away by itself' in_crontab

# ---- what others push ----
commit() { git -C "$1" -c user.name=They -c user.email=they@localhost commit -qam "$2"; }
sed -i '/id: by-clock/d; s/^entries:$/entries: []/' "$repo/state/cron.yaml"
commit "$repo" 'Nothing more by the clock'
git init -q --bare /srv/there.git
twin remote add origin /srv/there.git >/dev/null
check_exit 0 'the repository is pushed' twin push
git clone -q -b "$(git -C "$repo" symbolic-ref --short HEAD)" /srv/there.git /srv/other
they_wish() { # ID: an entry more for a crontab
  git -C /srv/other pull -q --rebase
  sed -i 's/^entries: \[\]$/entries:/' /srv/other/state/cron.yaml
  printf '  - {id: %s, user: root, schedule: "0 6 * * *", command: /bin/true}\n' "$1" >>/srv/other/state/cron.yaml
  commit /srv/other "Want $1"
  git -C /srv/other push -q origin HEAD
}
they_wish pushed
check_exit 0 'the timer is to pull' twin schedule install --every 5s --delay 0 --pull --push --hook /usr/local/bin/on-drift
brought() { grep -F 'id: pushed' "$repo/state/cron.yaml"; }
check 'what others pushed comes in by itself' so_that brought
once_more
check 'and is told' grep -F 'cron.user/add/root/pushed' /var/tmp/told
check 'but not applied, since nobody here has looked at it' lacks -r pushed /var/spool/cron/crontabs
printf 'unattended:\n  apply: [cron.user]\n  pulled: true\n' >/root/.config/twin/policy.yaml
pushed() { crontab -l | grep -F pushed; }
check 'unless the policy says so' so_that pushed
they_wish late
late() { crontab -l | grep -F late; }
check 'then what is pushed is done at the next time' so_that late
mv /srv/there.git /srv/gone.git
once_more
once_more
unreached() { tail -n 1 /var/tmp/told | jq -e '.event == "fault" and (.faults[0] | startswith("nothing was pulled: "))'; }
check 'a remote that cannot be reached is told' unreached
mv /srv/gone.git /srv/there.git
check_exit 0 'who installs it is told what both settings mean together' twin schedule install --every 5s --delay 0 --pull --hook /usr/local/bin/on-drift
check 'in a sentence' grep -F 'who can push to its remote decides' "$err"

wish_slow() { sed -i 's/^packages:$/&\n  - {name: twin-toy-slow}/' "$repo/state/packages.yaml"; }
systemctl stop twin-schedule.timer
idle() { [[ $(systemctl show --property ActiveState --value twin-schedule.service) == inactive ]]; }
so_that idle # without its timer it is not started again, but it may be at work, and then it is who holds the lock
wish_slow
twin plan --only packages:twin-toy-slow >/dev/null || true
twin apply --yes >/dev/null 2>&1 &
first=$!
so_that pgrep -f 'twin-toy-slow'
check_exit 0 'a busy machine is no failure' twin schedule run --repo "$repo"
check 'and nothing is done' said 'Another twin is at work'
wait "$first" || true

apt-get -qq purge -y twin-toy-slow >/dev/null 2>&1
printf 'unattended:\n  apply: [packages.debian]\n' >/root/.config/twin/policy.yaml
systemctl start --no-block twin-schedule.service
check 'a package is installed by the clock' so_that pgrep -f 'twin-toy-slow.postinst'
check 'systemd stops that' systemctl stop twin-schedule.service
check 'but not in the middle of the package' installed twin-toy-slow
check 'and nothing is left open' lacks -ri 'cut off' <(twin status 2>&1)

check_exit 0 'the timer is taken away' twin schedule remove
check 'with its units' not test -e /etc/systemd/system/twin-schedule.timer
check 'and its link' not test -e /etc/systemd/system/timers.target.wants/twin-schedule.timer
check 'systemd knows it no more' not systemctl is-active twin-schedule.timer
check_exit 1 'twin says so' twin schedule show
printf '[Unit]\nDescription=of somebody else\n' >/etc/systemd/system/twin-schedule.service
check_exit 1 'units of somebody else are not taken away' twin schedule remove
check 'nor overwritten' not twin schedule install
check 'they are as they were' grep -F 'of somebody else' /etc/systemd/system/twin-schedule.service
rm /etc/systemd/system/twin-schedule.service

# ---- a user's own ----
as_alice() { alice XDG_RUNTIME_DIR=/run/user/1000 "$checkout/twin" "$@"; }
as_alice init >/dev/null 2>&1
check_exit 0 'a user gets a timer of their own' as_alice schedule install --every 5s --delay 0
check 'it is in their home' test -e /home/alice/.config/systemd/user/twin-schedule.timer
alices_runs() { journalctl -q -o cat _UID=1000 | grep -q 'Finished twin-schedule.service\|Snapshot of this machine by twin'; }
check 'and elapses' so_that alices_runs
check_exit 0 'twin doctor finds all of that in order' as_alice doctor --output json
check_exit 0 'and it goes away again' as_alice schedule remove

# ---- mail ----
cat >/usr/sbin/sendmail <<'END'
#!/bin/sh
{ echo "$@"; cat; } >/var/tmp/mail
END
chmod 0755 /usr/sbin/sendmail
check_exit 0 'a run by hand tells by mail' twin schedule run --mail-to root --repo "$repo"
twin schedule run --mail-to root --repo "$repo" >/dev/null 2>&1 || true
mail() { [[ ! -e /var/tmp/mail ]] || { head -n 2 /var/tmp/mail | grep -Fx -- '-t -oi' && grep -Fx 'To: root' /var/tmp/mail; }; }
check 'by sendmail, to whom it was to go' mail
