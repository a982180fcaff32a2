# Home Assistant under a Supervisor, as an app of it sees both: files that differ, that are checked, and that do not stay where Home Assistant
# finds a fault; and a Supervisor that is not ready, not willing, or not there.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"

port=18123
token=$(head -c 40 /dev/urandom | base64 -w0 | tr -d '+/=' | head -c 32)
wifi="Wi$(head -c 40 /dev/urandom | base64 -w0 | tr -d '+/=' | head -c 12)7"
config=/homeassistant
export SUPERVISOR_TOKEN=$token SUPERVISOR_ENDPOINT=http://127.0.0.1:$port

mkdir -p "$config/.storage" "$config/packages" "$config/blueprints/automation/me"
cat >"$config/configuration.yaml" <<'END'
# written by hand
default_config:
automation: !include automations.yaml
wifi: !secret wifi
END
printf -- '- alias: "Küche"\n  trigger: []\n' >"$config/automations.yaml"
printf '\xff\xfe no text \x80\n' >"$config/packages/odd.yaml"
echo 'blueprint: {}' >"$config/blueprints/automation/me/light.yaml"
echo "wifi: $wifi" >"$config/secrets.yaml"
echo "{\"token\": \"$wifi\"}" >"$config/.storage/auth"
echo 2026.8.1 >"$config/.HA_VERSION"
chown -R 1000:1000 "$config/packages"
chmod 0640 "$config/packages/odd.yaml"
echo "$token" >"$work/token"
# house: the Supervisor in place of the real one, which no machine of ours has
house() {
  local target=$checkout/adapters-os/target
  java -cp "$target/test-classes:$target/classes:$target/lab-lib/*" dev.twinsync.os.supervisor.FakeSupervisor \
    --port "$port" --token-file "$work/token" --config "$config" >"$work/house" 2>&1 &
  house=$!
  until grep -q listening "$work/house"; do kill -0 "$house" && sleep 0.1; done
}
house

# ask METHOD PATH [BODY]: the Supervisor, without twin
ask() {
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf '%s /%s HTTP/1.0\r\nAuthorization: Bearer %s\r\nContent-Length: %s\r\n\r\n%s' "$1" "$2" "$token" "${#3}" "${3-}" >&3
  sed '1,/^\r$/d' <&3
  exec 3>&-
}
switch() { ask POST "_control/$1" "$2" >/dev/null; }
done_so_far() { ask GET _control/done '' | jq -r '.data[]'; }
digest() { sha256sum "$config/$1" | cut -d ' ' -f 1; }

check_exit 0 'init works' twin init
wish=$repo/state/home_assistant.yaml
kept=$repo/filesystem/home-assistant
check 'the files of the configuration are in the wish' grep -q 'path: packages/odd.yaml' "$wish"
check 'byte for byte' cmp "$config/packages/odd.yaml" "$kept/packages/odd.yaml"
check 'secrets.yaml and .storage are not' lacks -q 'secrets.yaml\|storage' "$wish" "$repo/live/home_assistant.yaml"
check 'what the Supervisor looks after stands beside them' grep -q 'slug: core_mosquitto' "$wish"
check_exit 0 'nothing is to be done' twin plan
commit=$(head_of)
check_exit 0 'a second snapshot' twin snapshot
check 'of an unchanged machine makes no commit' no_commit_since "$commit"

# What the editor of Home Assistant wrote is a difference, and goes back only when that is said.
good=$(digest automations.yaml)
echo '- alias: by the editor' >>"$config/automations.yaml"
check_exit 2 'a change by the editor is seen' twin status
check_exit 2 'and planned' twin plan
check 'with a word on who writes there' said "Home Assistant's own editor writes there too"
check 'and what has to read it again' said 'reload automation.reload'
check_exit 0 'is applied' twin apply --yes
check 'the file is as it is wished for' same "$good" digest automations.yaml
check 'only the automations were read again' grep -q 'automation.reload' <(done_so_far)
check 'nothing was restarted' lacks -q 'core restart' <(done_so_far)
check_exit 0 'then nothing is to be done' twin plan

# A configuration that Home Assistant does not take is not left in place.
before=$(digest configuration.yaml)
printf 'broken: [\n' >>"$kept/configuration.yaml"
printf '# changed too\n' >>"$kept/packages/odd.yaml"
odd=$(digest packages/odd.yaml)
check_exit 2 'a broken configuration is planned' twin plan
check 'with a restart' said 'restart homeassistant.restart'
check_exit 5 'and taken back' twin apply --yes
check 'with what Home Assistant says of it' said 'Error loading /config/configuration.yaml'
check 'the old one is there' same "$before" digest configuration.yaml
check 'the other file of the change too' same "$odd" digest packages/odd.yaml
check 'Home Assistant was not restarted' lacks -q 'core restart' <(done_so_far)
check 'nothing of twin is left in its folder' same '' find "$config" -name '.twin*' -o -name '*.bak*'

sed -i '/^broken/d' "$kept/configuration.yaml"
printf 'logger:\n  default: info\n' >>"$kept/configuration.yaml"
check_exit 2 'a sound one' twin plan
check_exit 0 'stays' twin apply --yes
check 'byte for byte' cmp "$kept/configuration.yaml" "$config/configuration.yaml"
check 'its neighbour with its owner and mode' same '640 1000 1000' stat -c '%a %u %g' "$config/packages/odd.yaml"
check 'and Home Assistant was restarted' grep -q 'core restart' <(done_so_far)
check_exit 2 'undo plans the way back' twin undo
check_exit 0 'and takes it' twin apply --yes
check 'the configuration is what it was' same "$before" digest configuration.yaml
twin plan >/dev/null || true
check_exit 0 'forth again' twin apply --yes

# The token is that of an app without homeassistant_api, as the official SSH app is one.
switch noCoreApi true
echo '- alias: by the editor' >>"$config/automations.yaml"
check_exit 2 'where Home Assistant itself must not be asked' twin plan
check 'it is restarted and not asked to reload' said 'restart homeassistant.restart'
check_exit 0 'which is done' twin apply --yes
check 'the file is as it is wished for' same "$good" digest automations.yaml
check_exit 0 'then nothing is to be done' twin plan
switch noCoreApi false

# The Supervisor is not there, not ready, or does not want to.
switch migration true
printf '# while it migrates\n' >>"$kept/configuration.yaml"
twin plan >"$out" 2>"$err" || true
check_exit 4 'while the database is migrated nothing is restarted' twin apply --yes
check 'which is said' said 'migration'
check 'a sound configuration stays, to be read later' cmp "$kept/configuration.yaml" "$config/configuration.yaml"
switch migration false
SUPERVISOR_TOKEN=wrong-token check_exit 2 'with a wrong token nothing is seen' twin plan
check 'and that is said' said token
kill "$house"
wait "$house" 2>/dev/null || true
check_exit 2 'without a Supervisor nothing is planned' twin plan
check 'and it is not taken for a machine without add-ons' lacks -q '[+~-] .* core' "$out"
check_exit 0 'a snapshot says so' twin snapshot
check 'in the record too' grep -q supervisor_unavailable "$repo/live/home_assistant.yaml"
house
check_exit 0 'when it is back' twin snapshot
check 'so is what it looks after' grep -q 'slug: core_mosquitto' "$repo/live/home_assistant.yaml"

git -C "$repo" cat-file --batch-all-objects --batch >"$work/objects"
printf '%s\n' "$token" "$wifi" correct-horse-battery >"$work/planted"
check 'no secret is in the repository' lacks -ralqF -f "$work/planted" "$repo" "$work/objects"
check 'none in the journal of runs' lacks -ralqF -f "$work/planted" /var/lib/twin/runs
kill "$house"
