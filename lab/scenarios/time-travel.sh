# What differs is shown, what happened is told, and a wish of the past is brought back as a new commit, seen by git and the machine.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"
git config --global user.name 'Root R' && git config --global user.email root@lab.invalid

commits() { git -C "$repo" rev-list --count HEAD; }
keep() { git -C "$repo" add state filesystem && git -C "$repo" commit -qm "$1"; }

printf 'one\ntwo\nthree\n' >/etc/toy.conf
twin init >/dev/null
check_exit 0 'a machine does not differ after init' twin diff
check 'and that is said' said 'No difference'

printf 'one\n2\nthree\n' >/etc/toy.conf
apt-get -qq install -y twin-toy=1.0 >/dev/null 2>&1
systemctl -q disable cron.service
before=$(content)
check_exit 2 'drift of three kinds differs' twin diff
check 'the file line by line: - is the machine, + the wish' grep -qx -- '-2' "$out"
check 'and + what is wished' grep -qx -- '+two' "$out"
check 'the service is changed' said 'services:cron.service  changed'
check 'the package nobody declared is unmanaged' said 'packages:twin-toy  unmanaged'
check 'looking changes nothing in the repository' same "$before" content
check_exit 2 'programs get it too' twin diff files services --output json
check 'each thing with its sort' told '[.differences[].sort] == ["changed", "changed"]'
check_exit 0 'the last snapshot knows nothing of it' twin diff --offline

twin snapshot >/dev/null
check_exit 2 'what was seen differs between two commits' twin diff --from HEAD~1 --to HEAD --live packages
check 'the package was added' said 'packages:twin-toy  added'

# a wish that is carried out, and one that replaces it
sed -i '1i # my own words' "$repo/state/packages.yaml"
wish packages 'name: twin-toy-conf'
keep 'Ask for twin-toy-conf'
first=$(git -C "$repo" rev-parse HEAD)
check_exit 2 'a plan' twin plan
check_exit 0 'is applied' twin apply --yes
cp "$repo/state/packages.yaml" "$work/first"
sed -i '/twin-toy-conf/d' "$repo/state/packages.yaml"
wish packages 'name: twin-toy-conf, ensure: absent'
echo changed | content_of /etc/toy.conf
keep 'Have it no more'
check_exit 2 'between commits the wish differs' twin diff --from "$first" packages files:/etc/toy.conf
check 'the entry by its lines' grep -qx -- '+ensure: absent' "$out"
check 'and the content of the file' grep -qx -- '+changed' "$out"
twin plan >/dev/null || true
check_exit 0 'and is carried out' twin apply --yes
check 'the package is gone' not installed twin-toy-conf

check_exit 0 'what happened is told' twin history
check 'init, snapshot, edit and runs, by whom' bash -c "grep -q '  init ' '$out' && grep -q '  snapshot ' '$out' && grep -q '  edit      Root R ' '$out' && grep -q 'done (run 20' '$out'"
check_exit 0 'one package is followed' twin history packages:twin-toy-conf --output json
check 'through wish, sight and runs' told '[.events[].where] | unique == ["run", "seen", "wish"]'
check 'from its first wish on' told '.events[-1].what | startswith("added:")'

echo 'not committed' >>"$repo/filesystem/etc/toy.conf"
check_exit 8 'an edit that no commit has is in the way' twin restore "$first"
check 'it is named' said filesystem/etc/toy.conf
check 'and stays' grep -q 'not committed' "$repo/filesystem/etc/toy.conf"
git -C "$repo" checkout -q filesystem
echo '# mine' >>"$repo/config.yaml"
count=$(commits)
machine=$(machine)
check_exit 2 'a commit is brought back, and there is a plan' twin restore "$first"
check 'to the byte, with its comments' cmp "$work/first" "$repo/state/packages.yaml"
check 'files too' same "$(printf 'one\ntwo\nthree')" cat "$repo/filesystem/etc/toy.conf"
check 'on top of all commits there were' [ "$(commits)" -gt "$count" ]
check 'with the edit of config.yaml left alone' same ' M config.yaml' git -C "$repo" status --short
check 'git finds it sound' git -C "$repo" fsck --strict --no-dangling --no-progress
check 'the machine was not touched' same "$machine" machine
check_exit 0 'until it is applied' twin apply --yes
check 'the package is there again' installed twin-toy-conf
check_exit 0 'and all is as it was wished then' twin status

sed -i '/twin-toy-conf/d' "$repo/state/packages.yaml"
wish packages 'name: twin-toy-svc'
keep 'Something else'
check_exit 2 'one entry comes back by the old name of the command' twin time-machine "$first" packages:twin-toy-conf
check 'beside the others' bash -c "grep -q twin-toy-conf '$repo/state/packages.yaml' && grep -q twin-toy-svc '$repo/state/packages.yaml'"
check 'under the comment that was there' same '# my own words' head -n 1 "$repo/state/packages.yaml"

check_exit 2 'a plan for a pull request' twin plan --offline --output markdown
check 'names the age of what it was made of' said 'from what a snapshot saw that was committed at'
check_exit 0 'a bundle is made' twin share /root/bundle.tar.gz
check 'tar reads it' bash -c 'tar -tzf /root/bundle.tar.gz | grep -qx state/packages.yaml'
check 'without what files hold' bash -c '! tar -tzf /root/bundle.tar.gz | grep -q ^filesystem/'
check 'for its owner alone' same '600 root root' attributes /root/bundle.tar.gz
check_exit 8 'it is never overwritten' twin share /root/bundle.tar.gz
