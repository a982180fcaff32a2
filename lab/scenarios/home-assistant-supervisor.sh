# What a Supervisor looks after, which is a stand-in here: add-ons, repositories and versions are seen, drift, are brought about and taken back; an
# update that failed is not believed; and no secret or token is in anything that twin writes or says.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"

old=correct-horse-battery # what the stand-in has from the beginning
filed="Fi$(head -c 40 /dev/urandom | base64 -w0 | tr -d '+/=' | head -c 12)7"
token="To$(head -c 40 /dev/urandom | base64 -w0 | tr -d '+/=' | head -c 24)7"
install -m 0600 /dev/null /root/.mqtt
echo "$filed" >/root/.mqtt
install -m 0600 /dev/null "$work/token"
echo "$token" >"$work/token"
mkdir -p /homeassistant
echo 'default_config:' >/homeassistant/configuration.yaml
target=$checkout/adapters-os/target
"$JAVA_HOME/bin/java" -cp "$target/test-classes:$target/classes:$target/lab-lib/*" dev.twinsync.os.supervisor.FakeSupervisor \
  --port 8099 --token-file "$work/token" --config /homeassistant >"$work/fake" 2>&1 &
so_that grep listening "$work/fake"
export SUPERVISOR_ENDPOINT=http://127.0.0.1:8099

# ask METHOD PATH [BODY]: what the stand-in answers, without twin
ask() {
  exec 3<>/dev/tcp/127.0.0.1/8099
  printf '%s /%s HTTP/1.0\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s' "$1" "$2" "$token" "${#3}" "$3" >&3
  sed '1,/^\r*$/d' <&3
  exec 3>&-
}
api() { ask "$1" "$2" "${3-}"; }
of() { api GET "$1" | jq -r ".data$2"; }
switch() { api POST "_control/$1" "$2" >/dev/null; }

# No token yet: a machine where somebody said only where a Supervisor is.
check_exit 0 'without a token there is a twin too' twin init
check 'which says why nothing of the Supervisor is seen' grep -q 'supervisor_unavailable: .*supervisor_token' "$repo/live/home_assistant.yaml"
rm -rf "$repo"

# The token is in the file of who runs twin.
install -d -m 0700 /root/.config /root/.config/twin
install -m 0600 "$work/token" /root/.config/twin/supervisor_token
check_exit 0 'init works' twin init
state=$repo/state/home_assistant.yaml
check 'the add-ons are in the wish' grep -q 'slug: core_mosquitto' "$state"
check '  with the password to be kept, which is not said' grep -q 'keep: true' "$state"
check 'the versions are seen' grep -q 'version: 2026.8.1' "$repo/live/home_assistant.yaml"
check_exit 0 'nothing is to be done' twin plan
commit=$(head_of)
check_exit 0 'a second snapshot' twin snapshot
check 'of an unchanged machine makes no commit' no_commit_since "$commit"

# Somebody sets it up otherwise, and stops it.
api POST addons/core_mosquitto/options "{\"options\":{\"port\":1999,\"password\":\"$old\",\"logins\":[]}}" >/dev/null
api POST addons/core_mosquitto/stop >/dev/null
check_exit 2 'what somebody changed is drift' twin plan
check '  told by name' said core_mosquitto
check_exit 0 'and is taken back' twin apply --yes
check '  the port' same 1883 of addons/core_mosquitto/info .options.port
check '  the password stayed' same "$old" of addons/core_mosquitto/info .options.password
check '  it runs' same started of addons/core_mosquitto/info .state

# Much is wanted at once.
wish() { # VERSION-OF-CORE
  cat >"$state" <<END
versions: {core: $1}
repositories:
  - {source: "https://github.com/example/addons"}
addons:
  - slug: core_mosquitto
    running: true
    version: latest
    options:
      port: 1884
      password: {secret_file: /root/.mqtt}
  - {slug: 25d47127_hello, running: true}
END
}
wish 2026.8.3
check_exit 2 'what is wanted is planned' twin plan
check_exit 0 'and brought about' twin apply --yes
check '  Home Assistant' same 2026.8.3 of core/info .version
check '  the add-on in its newest version' same 6.5.2 of addons/core_mosquitto/info .version
check '  its option' same 1884 of addons/core_mosquitto/info .options.port
check '  its password out of the file' same "$filed" of addons/core_mosquitto/info .options.password
check '  an add-on from a repository that came first' same started of addons/25d47127_hello/info .state
check '  each with a backup before it' same 'twin addon core_mosquitto 6.5.1 twin core 2026.8.1' \
  jq -r '[.data.backups[].name] | sort | join(" ")' <(api GET backups)
check_exit 0 'then nothing is to be done' twin plan

check_exit 2 'undo plans the way back' twin undo
check_exit 0 'and takes it' twin apply --yes
check '  Home Assistant is the old one' same 2026.8.1 of core/info .version
check '  the add-on too' same 6.5.1 of addons/core_mosquitto/info .version
check '  with its old password' same "$old" of addons/core_mosquitto/info .options.password
check '  and its old port' same 1883 of addons/core_mosquitto/info .options.port
check '  what was new is gone' same '' of addons/25d47127_hello/info '.version // empty'
check '  and its repository' lacks -F example/addons <(api GET store/repositories)

# It would refuse: that is in the plan, and no backup is made for nothing.
backups=$(of backups '.backups | length')
echo 'versions: {core: 2026.8.3}' >"$state"
switch diskFree 1.4
check_exit 2 'what the Supervisor would refuse is blocked' twin plan
check '  with cause and remedy' said 'less than 2 GiB of the device are free'
switch diskFree 20.5
switch supervisorLatest 2026.08.1
check_exit 2 'an old Supervisor is in the way' twin plan
check '  which is said with the remedy' said 'versions: {supervisor: latest}'
check '  and how it goes with --only' said 'name supervisor:supervisor too'
check_exit 2 'an apply that can do nothing says so' twin apply --yes
check '  and leaves no backup' same "$backups" of backups '.backups | length'
switch supervisorLatest 2026.08.0

# The Supervisor says that it went well.
switch failUpdateWithRollback true
wish 2026.8.3
sed -i "/repositories:/,/source:/d; /25d47127_hello/d; s/version: latest/version: 6.5.1/" "$state"
check_exit 2 'an update is planned' twin plan
code=0
twin apply --yes >"$out" 2>"$err" || code=$?
check 'an update that was taken back is a failure' test "$code" -ge 4
check '  and told as what it is' said 'did not come up, and the Supervisor brought back 2026.8.1'
switch failUpdateWithRollback false

# What it says of options repeats all that it was given.
sed -i 's/port: 1884/port: many/; /versions:/d' "$state"
twin plan >"$out" 2>"$err" || true
check 'options that the add-on does not take are said in the plan' said 'does not take these options'
check '  without a secret' lacks -F -e "$filed" -e "$old" "$out" "$err"

# Itself.
printf 'addons:\n  - {slug: local_twin, running: false}\n' >"$state"
twin plan >"$out" 2>"$err" || true
check 'the add-on in which twin runs stays' said 'twin runs in local_twin itself'

check 'no secret and no token is anywhere in the repository' \
  lacks -rlF -e "$filed" -e "$old" -e "$token" "$repo"
check 'nor in what twin keeps beside it' lacks -rlF -e "$filed" -e "$old" -e "$token" /var/lib/twin
