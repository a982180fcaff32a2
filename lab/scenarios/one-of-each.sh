# One package, one disabled service, one file and one cron line: planned exactly, done, and true by other means.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

target=/etc/toy/greeting.bin
twin init >/dev/null
wish packages 'name: twin-toy'
forget services 'name: toy-enabled.service'
wish services 'name: toy-enabled.service, enabled: false, running: false'
printf 'bytes \x00\xff\xfe\x80 no text\r\nno newline' | content_of "$target"
digest=$(sha256sum <"$repo/filesystem$target")
wish files 'path: /etc/toy, type: directory, mode: "0755", owner: root, group: root'
wish files "path: $target, twin_path: filesystem$target, mode: \"0640\", owner: alice, group: adm"
wish cron 'id: hello, user: alice, schedule: "7 3 * * *", command: "/bin/echo hello %there"'
before=$(machine)

expected='cron.user/add/alice/hello
files.mirror/make-directory//etc/toy
files.mirror/write//etc/toy/greeting.bin
packages.debian/install/twin-toy
services.systemd/disable/toy-enabled.service
services.systemd/stop/toy-enabled.service'
check_exit 2 'status sees that something is to do' twin status
check_exit 2 'plan has something to do' twin plan --output json
check 'which is exactly what was wished' same "$expected" bash -c "jq -r '.actions[][].id' '$out' | sort"
check 'and nothing else' told '([.blocked[][]] == []) and ([.later[][]] == [])'
check 'the plan is kept for people and for apply' there "$repo/plan/latest.yaml"
check_exit 2 'the same plan again is shown in words' twin plan
check 'with what to do next' said 'twin apply'

check_exit 8 'apply asks, and refuses where nobody can be asked' twin apply
check 'and names the option that approves' said --yes
check 'and changes nothing' same "$before" machine

check_exit 0 'apply does it once it is approved' twin apply --yes
check 'dpkg has the package' installed twin-toy
check 'apt knows that it was asked for' grep -qx twin-toy <(apt-mark showmanual)
check 'systemd has the service disabled' same disabled systemctl is-enabled toy-enabled.service
check 'and not running' same inactive systemctl is-active toy-enabled.service
check 'the file has the bytes' same "$digest" bash -c "sha256sum <'$target'"
check 'and its mode, owner and group' same '640 alice adm' attributes "$target"
check 'the cron line is in the crontab' grep -qxF '7 3 * * * /bin/echo hello %there' <(crontab -l -u alice)

history=("$repo"/plan/history/*.yaml)
check 'the plan is used up' not there "$repo/plan/latest.yaml"
check 'it is kept with its results' same 6 grep -c 'outcome: applied' "${history[0]}"
check 'of which there is one' test "${#history[@]}" -eq 1
check 'the index of the logs points to it' grep -qF "${history[0]#"$repo"/}" "$repo/logs/current/index.yaml"
check 'all of it is committed' clean
check_exit 1 'a second apply has no plan' twin apply --yes
check 'and says so' said 'no plan'

commit=$(head_of)
check_exit 0 'status says in sync' twin status
check_exit 0 'a snapshot works' twin snapshot
check 'and finds nothing new' same "$commit" head_of
check_exit 0 'there is nothing left to plan' twin plan --output json
check 'no action' told '[.actions[][]] == []'
check_exit 0 'and nothing to apply' twin apply --yes
