# Home Assistant in a container that root started, and a user who may ask its engine and use sudo: she sees the configuration, root writes it, Home
# Assistant checks it, and what it does not take goes back.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
repo=/home/alice/twin-sync-device
config=/srv/ha-config
twin_of_alice() { alice "$checkout/twin" "$@"; }
as_alice() { runuser -u alice -- env -C "$repo" HOME=/home/alice bash -c "$1"; }

# What stands for Home Assistant: it checks, and it runs until it is told to end.
systemctl start docker
docker build -q -t toy:1 /srv/lab-image >/dev/null
mkdir "$work/image"
cat >"$work/image/python3" <<'END'
#!/bin/sh
case "$*" in *check_config*)
  echo 'Testing configuration at /config'
  ! grep -q broken /config/*.yaml || { echo 'Failed config'; echo '  General Errors: broken'; exit 1; }
  exit 0 ;;
esac
trap 'exit 0' TERM
while :; do sleep 1; done
END
chmod 0755 "$work/image/python3"
printf 'FROM toy:1\nCOPY python3 /bin/python3\nENTRYPOINT ["/bin/python3"]\n' >"$work/image/Dockerfile"
docker build -q -t example/home-assistant:stable "$work/image" >/dev/null
mkdir -p "$config/.storage"
echo 'default_config:' >"$config/configuration.yaml"
echo '[]' >"$config/automations.yaml"
echo 'wifi: planted-Hunter2x9Q' >"$config/secrets.yaml"
docker run -d --name ha --restart unless-stopped -v "$config:/config" example/home-assistant:stable >/dev/null
started() { docker container inspect --format '{{.State.StartedAt}}' ha; }

check_exit 0 'who may not ask the engine has a twin too' twin_of_alice init
check 'which says that it sees no Home Assistant' grep -q '^config_unavailable:' "$repo/live/home_assistant.yaml"
rm -rf "$repo"
usermod -aG docker alice
check_exit 0 'who may, sees it' twin_of_alice init
check 'its files are in the wish' grep -q 'path: configuration.yaml' "$repo/state/home_assistant.yaml"
check 'its secrets are not' lacks -rqF Hunter2x9Q "$repo"
check_exit 0 'nothing is to be done' twin_of_alice plan

first=$(started)
as_alice 'echo "logger:" >>filesystem/home-assistant/configuration.yaml'
check_exit 2 'a changed file is planned' twin_of_alice plan
check 'with a restart, as nobody else can be asked to read it' said 'restart homeassistant.restart'
check_exit 1 'without sudo it is refused as a whole' twin_of_alice apply --yes --no-sudo
check_exit 0 'with sudo it is done' twin_of_alice apply --yes
check 'root wrote the file' cmp "$repo/filesystem/home-assistant/configuration.yaml" "$config/configuration.yaml"
check 'which is still root'"'"'s' same '644 root root' attributes "$config/configuration.yaml"
check 'Home Assistant was restarted' test "$(started)" != "$first"
check_exit 0 'then nothing is to be done' twin_of_alice plan

second=$(started)
as_alice 'echo "broken: [" >>filesystem/home-assistant/automations.yaml'
check_exit 2 'what Home Assistant does not take' twin_of_alice plan
check_exit 5 'is taken back' twin_of_alice apply --yes
check 'with its words' said 'General Errors: broken'
check 'the old file is there' same '[]' cat "$config/automations.yaml"
check 'nothing was restarted' same "$second" started

as_alice 'git checkout -q filesystem'
check_exit 2 'undo plans the way back' twin_of_alice undo "$(basename "$(find "$repo/plan/history" -name '*.yaml' | sort | head -n 1)" .yaml)"
check_exit 0 'and takes it' twin_of_alice apply --yes
check 'the configuration is what it was' same 'default_config:' cat "$config/configuration.yaml"
check 'the repository is still hers' same '' find "$repo" -not -user alice

docker stop -t 0 ha >/dev/null
check_exit 2 'where it does not run, a change is planned' twin_of_alice plan --only home_assistant
check_exit 4 'and refused' twin_of_alice apply --yes
check 'for nobody could check it' said 'does not run, so nobody can check'
check 'nothing is written' same 'default_config:' cat "$config/configuration.yaml"
