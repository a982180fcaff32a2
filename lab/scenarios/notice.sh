# A service that must notice a changed file is restarted, once, however many of its files changed.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

unit=toy-enabled.service
invocation() { systemctl show -P InvocationID "$1"; }
# How often systemd says that it started the unit; the number is the name of that message.
starts() { journalctl -b -o cat MESSAGE_ID=39f53479d3a045ac8e11786248231fbf UNIT="$unit" | wc -l; }

twin init >/dev/null
for name in one two; do
  echo "$name" | content_of "/etc/toy-$name.conf"
  wish files "path: /etc/toy-$name.conf, twin_path: filesystem/etc/toy-$name.conf, notify: [$unit]"
done
first=$(invocation "$unit")
other=$(invocation cron.service)
logged=$(starts)

check_exit 2 'two files of one service are to be written' twin plan --output json
check 'with one restart' same "services.systemd/restart/$unit" \
  jq -r '.actions["services.systemd"][].id' "$out"
check_exit 0 'apply does it' twin apply --yes
check 'the service runs' same active systemctl is-active "$unit"
check 'it is another process now' not same "$first" invocation "$unit"
check 'it was stopped and started once' same "$((logged + 1))" starts
check 'another service was left alone' same "$other" invocation cron.service

second=$(invocation "$unit")
check_exit 0 'a plan without changed files' twin plan
check_exit 0 'restarts nothing' twin apply --yes
check 'the process is the same' same "$second" invocation "$unit"

echo changed | content_of /etc/toy-one.conf
check_exit 2 'one changed file' twin plan
check_exit 0 'is written' twin apply --yes
check 'and the service notices again' not same "$second" invocation "$unit"
