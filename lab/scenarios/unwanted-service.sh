# A package enables and starts its service as it comes; the wish says that it must do neither. One apply brings both about.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

twin init >/dev/null
wish packages 'name: twin-toy-svc'
wish services 'name: twin-toy-svc.service, enabled: false, running: false'
check_exit 2 'the package is to come' twin plan
check_exit 0 'one apply does it' twin apply --yes
check 'dpkg has the package' installed twin-toy-svc
check 'its service is disabled' same disabled systemctl is-enabled twin-toy-svc.service
check 'and does not run' same inactive systemctl is-active twin-toy-svc.service
check_exit 0 'status says in sync' twin status
check_exit 0 'nothing is left to plan' twin plan

# ---- a service that ends again and again is not stopped between two of its lives, and does not run in one of them ----
loop=home-loop.service
started_again() { [[ $(systemctl show -P NRestarts "$loop") -gt 0 ]]; }
cat >/etc/systemd/system/$loop <<'UNIT'
[Unit]
StartLimitIntervalSec=0
[Service]
ExecStart=/bin/sleep 0.4
Restart=always
RestartSec=0.3
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl --quiet enable --now $loop
so_that started_again
wish services "name: $loop, running: true"
check_exit 2 'it is wished to run and does not, whenever that is asked' twin plan
check 'which starting it would not change' said "$loop  blocked: it does not run: systemd is starting it"
check_exit 0 'what is there is written down' twin snapshot
check 'as it is' grep -A 4 "name: $loop" "$repo/live/services.yaml"
check 'as starting, and not as running' grep -qzP "name: $loop\n +state: enabled\n +activation: starting\n" "$repo/live/services.yaml"
commits=$(git -C "$repo" rev-list --count HEAD -- live)
for _ in 1 2; do twin snapshot >/dev/null; done
check 'and not anew by every snapshot' same "$commits" git -C "$repo" rev-list --count HEAD -- live
sed -i "s/name: $loop, running: true/name: $loop, running: false/" "$repo/state/services.yaml"
for _ in 1 2; do
  check_exit 2 'it is wished to be stopped and is not, whenever that is asked' twin plan
  check 'and is to be stopped' said "stop $loop  (declared not running, systemd is starting it, and starts it again where it ends)"
done
check_exit 0 'one apply stops it' twin apply --yes
sleep 1
check 'it stays stopped' same inactive systemctl is-active $loop
check_exit 0 'status says in sync' twin status
check_exit 0 'undo does not begin with it anew: that was nobody'\''s wish' twin undo
