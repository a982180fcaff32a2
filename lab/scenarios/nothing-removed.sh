# What is not named is left alone; what the machine must not lose is kept.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

apt-get -qq install -y twin-toy-dep >/dev/null
twin init >/dev/null
before=$(machine)

check_exit 0 'after init' twin plan
forget services 'name: toy-enabled.service'
check_exit 0 'a service that is taken out of state/ plans nothing' twin plan
printf 'packages:\n  - {name: twin-toy-dep}\n' >"$repo/state/packages.yaml"
check_exit 0 'a packages.yaml of one line plans no removal' twin plan --output json
check 'no action at all' told '[.actions[][]] == []'
printf 'packages: []\n' >"$repo/state/packages.yaml"
check_exit 0 'nor does an empty one' twin plan
rm "$repo/state/packages.yaml"
check_exit 0 'nor does none' twin plan
printf 'files: []\n' >"$repo/state/files.yaml"
printf 'services: []\n' >"$repo/state/services.yaml"
check_exit 0 'nor do the other kinds' twin plan
check_exit 0 'apply has nothing to do' twin apply --yes
check 'the machine is as it was' same "$before" machine

printf 'packages:\n  - {name: libc6, ensure: absent}\n' >"$repo/state/packages.yaml"
check_exit 2 'libc6 declared absent' twin plan --output json
check 'is blocked' told '.blocked["packages.debian"][0] | .key == "libc6" and (.reason | length > 10)'
check 'and not planned' told '[.actions[][]] == []'
check_exit 2 'so that apply can do nothing' twin apply --yes
printf 'packages:\n  - {name: git, ensure: present}\n  - {name: apt, ensure: absent}\n  - {name: systemd, ensure: absent}\n' \
  >"$repo/state/packages.yaml"
check_exit 2 'neither apt nor systemd' twin plan --output json
check 'can be removed' told '[.actions[][]] == [] and (.blocked["packages.debian"] | length == 2)'
check 'the machine is as it was' same "$before" machine

printf 'packages:\n  - {name: twin-toy-dep, ensure: absent}\n' >"$repo/state/packages.yaml"
check_exit 2 'what is declared absent' twin plan --output json
check 'is planned to go, and it alone' same packages.debian/remove/twin-toy-dep jq -r '.actions[][].id' "$out"
check_exit 0 'and goes' twin apply --yes
check 'dpkg has it no more' not installed twin-toy-dep
check 'what it needed stays' installed twin-toy
