# What Home Assistant and its Supervisor say is captured from where it is, and a machine without them has one line about it.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/logs.sh"

check_exit 0 'a machine without Home Assistant has a twin too' twin init
check 'which says in one line that there is none' same '  logs.home_assistant    there is no Home Assistant on this machine' \
  grep -F logs.home_assistant "$out"
check 'and wishes for its logs all the same' grep -q '^home_assistant:$' "$repo/state/logs_config.yaml"
check_exit 0 'twin logs' twin logs
check '  says so once' same 1 grep -c 'Home Assistant' "$out"
check '  and not as a fault' lacks -F 'ha_core          not read' "$out"
check_exit 1 'twin logs show ha_core' twin logs show ha_core
check '  says it too' said 'there is no Home Assistant on this machine'
check 'nothing of it is captured' lacks -rlF ha_core "$repo/logs/current" --include='*.txt'
check 'no folder is made for it' not test -e "$repo/logs/current/home_assistant"

# Now twin runs in an app of a Supervisor, which is a stand-in.
core=$work/core.log
supervisor=$work/supervisor.log
now() { date -u +'%Y-%m-%d %H:%M:%S.%3N'; }
core_says() { echo "$(now) $1" >>"$core"; }
echo 's6-rc: info: service legacy-services: starting' >"$core"
core_says 'WARNING (MainThread) [homeassistant.loader] a custom integration'
core_says 'ERROR (SyncWorker_3) [homeassistant.components.rest] Timeout: http://cam.lan/x?token=0a1b2c3d4e5f60718293a4b5c6d7e8f9'
printf 'Traceback (most recent call last):\nValueError: bad \033[31mvalue\033[0m\n' >>"$core"
echo "$(now) INFO (MainThread) [supervisor.core] started" >"$supervisor"
echo fake-token-0123456789abcdef >"$work/token"
chmod 0600 "$work/token"
mkdir -p /homeassistant
echo 'default_config:' >/homeassistant/configuration.yaml
target=$checkout/adapters-os/target
"$JAVA_HOME/bin/java" -cp "$target/test-classes:$target/classes:$target/lab-lib/*" dev.twinsync.os.supervisor.FakeSupervisor \
  --port 8099 --token-file "$work/token" --log "core=$core" --log "supervisor=$supervisor" >"$work/fake" 2>&1 &
so_that grep listening "$work/fake"
export SUPERVISOR_TOKEN SUPERVISOR_ENDPOINT=http://127.0.0.1:8099
SUPERVISOR_TOKEN=$(cat "$work/token")

summary() { jq -r --arg log "$1" ".sources[] | select(.name == \$log) | $2" "$work/logs.json"; }

check_exit 0 'a snapshot asks the Supervisor' twin snapshot
look
check 'for the log of Core' same supervisor summary ha_core .origin.source
check '  with one error, however many lines it has' same 1 summary ha_core .errors.since_boot
check '  and one warning' same 1 summary ha_core .warnings.since_boot
check '  and when its container was started' same 'container logs-latest' summary ha_core '.last_restart | "\(.of) \(.source)"'
check 'and for its own' same supervisor summary ha_supervisor .origin.source
check 'both texts are kept, and what they come to' there "$repo"/logs/current/home_assistant/{core_tail.txt,supervisor_tail.txt,summary.yaml}
check '  with the times in UTC and what each line belongs to' \
  grep -Eq '^[0-9-]{10}T[0-9:]{8}Z error homeassistant.components.rest: ValueError: bad value$' "$repo/logs/current/home_assistant/core_tail.txt"
check '  and a summary that names the last error' grep -q '^  last_error: .*homeassistant.components.rest' \
  "$repo/logs/current/home_assistant/summary.yaml"
check 'no token is anywhere in the repository' lacks -rlF -e 0a1b2c3d4e5f60718293a4b5c6d7e8f9 -e "$SUPERVISOR_TOKEN" "$repo"
check_exit 0 'twin logs errors' twin logs errors
check '  names it' told_text 'homeassistant.components.rest'
check_exit 0 'twin logs show ha_core --grep' twin logs show ha_core --grep ValueError
check '  finds its line' same 1 grep -c . "$out"
check_exit 0 'twin logs show ha_supervisor' twin logs show ha_supervisor
check '  has the other log' told_text 'supervisor.core: started'
check 'the texts stay on the machine' lacks -F home_assistant <(git -C "$repo" ls-files logs)

check_exit 0 'a second snapshot of unchanged logs' twin snapshot
look
check '  has nothing new' same '' jq -r '.errors[] | select(.unit | startswith("homeassistant")) | .new_since[] | select(. == "snapshot")' "$work/errors.json"
check '  and counts no error twice' same 1 times_of 'Timeout'
core_says 'ERROR (MainThread) [homeassistant.components.mqtt] Broker is gone'
check_exit 0 'a third one' twin snapshot
check_exit 0 'twin logs new' twin logs new
check '  has what came since' told_text 'Broker is gone'
check '  and nothing else of it' lacks -F Timeout "$out"

# Where the token is no longer one, that is said, and what was known stays.
export SUPERVISOR_TOKEN=another-token-that-is-none
check_exit 0 'a snapshot without a way in' twin snapshot
look
check '  says why' bash -c "jq -r '.sources[] | select(.name == \"ha_core\") | .unavailable' '$work/logs.json' | grep -F 'does not know the token'"
check '  and does not tell the token' lacks -rlF another-token-that-is-none "$repo"
SUPERVISOR_TOKEN=$(cat "$work/token")
check_exit 0 'and once more with one' twin snapshot
look
check '  nothing is counted again' same $'1\n1' times_of Timeout 'Broker is gone'
kill %1
