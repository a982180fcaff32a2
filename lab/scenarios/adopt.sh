# What is there becomes the wish: the machine is left alone, the repository follows, and what a person wrote in it stays as it is.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

echo first >/etc/toy.conf
printf '1 1 * * * /bin/true first\n' | crontab -u alice -
apt-get -qq install -y twin-toy-svc >/dev/null 2>&1
twin init >/dev/null
sed -i '1i # what I keep here' "$repo/state/files.yaml"
sed -i 's|^\( *\)- path: /etc/toy.conf|\1# a toy\n&|' "$repo/state/files.yaml"
echo second >/etc/toy.conf
chmod 0640 /etc/toy.conf
printf '1 1 * * * /bin/true second\n' | crontab -u alice -
systemctl disable --now toy-enabled >/dev/null 2>&1
wish packages 'name: nonesuch'
before=$(machine)

check_exit 2 'the machine is not as it is wished' twin status
check_exit 0 'a dry run of adopting it' twin adopt --all --dry-run --output json
check 'says what would become of it' told '[.adopted[].became] | index("changed") != null and index("dropped") != null'
commit=$(head_of)
check 'and changes nothing' no_commit_since "$commit"
check_exit 0 'one thing can be adopted' twin adopt files:/etc/toy.conf
check 'its content is in the repository' same second cat "$repo/filesystem/etc/toy.conf"
check 'so is its mode' grep -q '0640' "$repo/state/files.yaml"
check 'the comments are there still' same $'# what I keep here\n  # a toy' grep -E '# (what|a toy)' "$repo/state/files.yaml"
check_exit 2 'the rest differs still' twin status
check_exit 0 'and all of it' twin adopt --all
check 'what is nowhere is no longer wished for' lacks -q nonesuch "$repo/state/packages.yaml"
check_exit 0 'then there is nothing to plan' twin plan
check 'the machine was left alone' same "$before" machine

echo third >/etc/toy.conf
check_exit 0 'what is ignored' twin ignore 'files:/etc/toy.*'
check_exit 0 'is in no plan' twin plan
check_exit 0 'and is counted' twin status
check 'in words' said '1 ignored'
check_exit 0 'no longer ignored' twin ignore --remove 'files:/etc/toy.*'
check_exit 2 'it is in the plan' twin plan

check_exit 0 'a value of the configuration is set' twin config set plan_valid_hours 3
check_exit 0 'and says so' twin config get plan_valid_hours
check 'in a number' same 3 cat "$out"
check_exit 1 'a slip is refused' twin config set plan_valid_hour 3
check 'with the word that was meant' said 'did you mean'
check_exit 0 'a folder is captured' twin config fs add /srv
check 'beside the others' grep -q '/srv' "$repo/config.yaml"
printf '#!/bin/sh\necho "plan_valid_hours: soon" >"$1"\n' >/usr/local/bin/bad-editor
printf '#!/bin/sh\nsed -i "s/plan_valid_hours: 3/plan_valid_hours: 4/" "$1"\n' >/usr/local/bin/good-editor
chmod 0755 /usr/local/bin/bad-editor /usr/local/bin/good-editor
whole=$(cat "$repo/config.yaml")
EDITOR=bad-editor check_exit 1 'what an editor made unreadable is not taken' twin config edit
check 'with file and line' said 'config.yaml:1'
check 'and the document is as it was' same "$whole" cat "$repo/config.yaml"
EDITOR=good-editor check_exit 0 'what it made well is' twin config edit
check 'and is committed' same '' git -C "$repo" status --porcelain config.yaml
check_exit 0 'the value is the new one' twin config get plan_valid_hours
check 'in a number' same 4 cat "$out"

printf '#!/bin/sh\nsed -i "s/plan_valid_hours: 4/plan_valid_hours: 5/" "$1"\necho "# by somebody else" >>%s\n' "$repo/config.yaml" >/usr/local/bin/slow-editor
chmod 0755 /usr/local/bin/slow-editor
EDITOR=slow-editor check_exit 1 'what somebody else changed meanwhile is not replaced' twin config edit
check 'in words' said 'was changed by somebody else while it was open in the editor'
check 'theirs is there' grep -q 'by somebody else' "$repo/config.yaml"
check 'and what was written is, too' grep -q 'plan_valid_hours: 5' "$(sed -n 's/.*what you wrote is in //p' "$err")"
