# A blank machine with the repository of another one: one plan and one apply make it the same.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"

# position ID: where an action stands in what was done, from 1
position() { grep -n "^ *- id: \"\?$1\"\?$" "$results" | head -n1 | cut -d: -f1; }
before() { [[ $(position "$1") -lt $(position "$2") ]]; }

git clone -q /mnt/carried/device "$repo"
check_exit 2 'plan sees what is to do' twin plan --output json
check 'and nothing is blocked' told '[.blocked[][]] == []'
check_exit 0 'one apply does all of it' twin apply --yes
check_exit 0 'status says in sync' twin status
check_exit 0 'nothing is left to plan' twin plan

check 'dpkg has the packages' installed twin-toy-svc
check 'and the other one' installed twin-toy-conf
check 'the service of the package is enabled' same enabled systemctl is-enabled twin-toy-svc.service
check 'and runs' same active systemctl is-active twin-toy-svc.service
check 'with the settings that were made for it' same TOY=1 systemctl show -P Environment twin-toy-svc.service
check 'the home-made service is enabled' same enabled systemctl is-enabled home-made.service
check 'and runs' same active systemctl is-active home-made.service
check 'what was disabled is disabled' same disabled systemctl is-enabled toy-enabled.service
check 'and does not run' same inactive systemctl is-active toy-enabled.service
check 'the configuration file is the edited one' same 'colour = green' cat /etc/twin-toy.conf
check 'the cron line is there' grep -qxF '5 4 * * * /usr/local/bin/backup' <(crontab -l -u alice)

results=$work/results
sed -n '/^results:/,/^plan:/p' "$repo"/plan/history/*.yaml >"$results"
check 'packages came before their files' before packages.debian/install/twin-toy-conf files.mirror/write//etc/twin-toy.conf
check 'files came before the services that need them' \
  before files.mirror/write//usr/local/bin/home-made services.systemd/start/home-made.service
check 'packages came before services' before packages.debian/install/twin-toy-svc services.systemd/start/home-made.service
