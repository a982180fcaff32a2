# A machine is put into a repository; nothing on it changes, and looking twice finds nothing new.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"

# shellcheck disable=SC2016 # a hash
secret='$6$labsalt$labhashlabhashlabhash'
usermod -p "$secret" alice
before=$(machine)

check_exit 1 'without a repository, twin says that there is none' twin
check 'and how to make one' said 'twin init'
check_exit 64 'a word that is no command is wrong usage' twin frobnicate

check_exit 0 'init puts the machine into a repository' twin init
check 'and changes nothing on the machine' same "$before" machine
check 'it has the wish, the look and the rest of its layout' there "$repo"/{state,live,schema,plugins} \
  "$repo"/{config.yaml,AGENTS.md,.gitattributes,.gitignore}
check 'each kind has a wish and a look' there "$repo"/{state,live}/{packages,services,files,cron}.yaml
check 'each plugin has its descriptor' there \
  "$repo"/plugins/{packages.debian,services.systemd,files.mirror,cron.user}/{plugin.yaml,schema.yaml}
check 'the schemas are JSON' jq -e . "$repo"/schema/{state,live,plan,logs_index,config}.schema.json
check 'only its owner may look into it' same '700 root root' attributes "$repo"
check 'all of it is committed' clean
check 'Git finds it sound' git -C "$repo" fsck --strict --no-dangling
check 'it holds the packages that somebody asked apt for' same "$(apt-mark showmanual | sort)" \
  bash -c "sed -n 's/^ *- name: //p' '$repo/state/packages.yaml' | tr -d '\"' | sort"
check 'it holds no password, not even its hash' lacks -raF "$secret" "$repo"
git -C "$repo" log -p --all >"$work/history"
check 'nor does its history' lacks -F "$secret" "$work/history"

check_exit 0 'status says in sync' twin status
check 'in words' said 'In sync'
check_exit 0 'twin alone says where it stands' twin
check 'with the place of the repository' said "$repo"

commit=$(head_of)
check_exit 0 'a second look works' twin snapshot
check 'and makes no commit' no_commit_since "$commit"
check_exit 0 'there is nothing to plan' twin plan
check 'a plan without anything to do is committed or leaves no trace' clean

check_exit 0 'status speaks JSON' twin status --output json
check 'and says in sync' told '.in_sync == true and (.plugins | length >= 4)'
check_exit 0 'plan speaks JSON' twin plan --output json
check 'and has no action' told '[.actions[][]] == []'
check_exit 0 'snapshot speaks JSON' twin snapshot --output json
check 'and says that nothing changed' told '.changed == false'

whole=$(content)
check_exit 1 'a second init refuses' twin init
check 'and touches nothing in the repository' same "$whole" content
check 'nothing of all this changed the machine' same "$before" machine
