# A service that must notice a changed file is restarted, once, however many of its files changed; systemd reads changed unit files again.
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

# ---- what runs behind a mask cannot notice anything, and the plan says so ----
systemctl --quiet mask "$unit"
masked=$(invocation "$unit")
echo behind >"$repo/filesystem/etc/toy-one.conf"
check_exit 2 'the service is masked while it runs' twin plan --output json
check 'no restart is planned' same files.mirror/write//etc/toy-one.conf jq -r '.actions[][].id' "$out"
check 'which is told' told --arg unit "$unit" '[.blocked["services.systemd"][] | select(.key == $unit) | .reason] | any(startswith("it is masked, and systemd restarts nothing that is masked"))'
twin apply --yes >"$out" 2>"$err" || true
check 'the file is written all the same' same behind cat /etc/toy-one.conf
check 'and the process is the same' same "$masked" invocation "$unit"
systemctl --quiet unmask "$unit"

# ---- what systemd itself must notice, though nobody is told to ----
drop_in=/etc/systemd/system/$unit.d/50-lab.conf
says() { systemctl show -P "$1" "$unit"; }
plain=$(says Description)
third=$(invocation "$unit")
printf '[Unit]\nDescription=Hardened\n[Service]\nEnvironment=TOY=1\n' | content_of "$drop_in"
wish files "path: $drop_in, twin_path: filesystem$drop_in"
check_exit 2 'a drop-in of a running service, without notify' twin plan --output json
check 'is all that is planned' same "files.mirror/write/$drop_in" jq -r '.actions[][].id' "$out"
check_exit 0 'and written' twin apply --yes
check 'systemd has read it' same no says NeedDaemonReload
check 'what the unit is called is new' same Hardened says Description
check 'what it is to be started with, too' same TOY=1 says Environment
check 'the process is the same' same "$third" invocation "$unit"

home_made=/etc/systemd/system/home-made.service
printf '[Service]\nExecStart=/bin/sleep infinity\n' | content_of "$home_made"
wish files "path: $home_made, twin_path: filesystem$home_made"
sed -i "s|path: $drop_in, .*}|path: $drop_in, ensure: absent}|" "$repo/state/files.yaml"
check_exit 2 'the drop-in is to go and a unit to come' twin plan
check_exit 0 'which is done' twin apply --yes
check 'systemd has read that the drop-in is gone' same no says NeedDaemonReload
check 'the unit is called as before' same "$plain" says Description
check 'the new unit is known' same loaded systemctl show -P LoadState home-made.service
systemctl start home-made.service
check_exit 2 'that can be taken back' twin undo
check_exit 0 'as it was' twin apply --yes
check 'systemd has the drop-in again' same Hardened says Description
check 'and has read that the file of the unit is gone' same no systemctl show -P NeedDaemonReload home-made.service
check 'which it says of it' same not-found systemctl show -P LoadState home-made.service
