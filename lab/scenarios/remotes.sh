# A repository is sent to others and brought in from there: by a folder, by the web with a token, by ssh with a real server; with git and
# without it. What looks like a secret in any commit is not sent, what a stranger made of a repository does not come in, and what a pulled
# change asks for beyond the policy waits until it is approved.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

g() { git -C "$repo" "$@"; }
git config --global user.name "Root of the lab"
git config --global user.email root@lab.example
git config --global init.defaultBranch main

check_exit 0 "a machine comes into a repository" twin init
check_exit 1 "without a remote nothing is sent" twin push
check "and how to have one is said" said "twin remote add origin ADDRESS"
check_exit 64 "an address with a password in it is refused" twin remote add origin https://alice:hunter2@git.example/x
check "and not repeated" not said hunter2

# --- a folder
git init -q --bare /srv/there.git
check_exit 0 "a folder becomes the remote" twin remote add origin /srv/there.git
check_exit 1 "what is empty has nothing to pull" twin pull
check "which is said" said "has no branch main yet"
check_exit 0 "the repository is sent" twin push
check "all of it is there" same "$(head_of)" git -C /srv/there.git rev-parse main
check "and git finds no fault with it" git -C /srv/there.git fsck --strict
check_exit 0 "sent twice it changes nothing" twin push
check_exit 0 "the remote is shown" twin remote show --output json
check "with what it had" told --arg head "$(head_of)" '.remotes.origin.commit == $head'

# --- somebody else changes it
git clone -q /srv/there.git /srv/other
other() { git -C /srv/other "$@"; }
printf '  - {name: twin-toy}\n' >>/srv/other/state/packages.yaml
sed -i 's/^packages: \[\]$/packages:/' /srv/other/state/packages.yaml
other commit -qam "Want twin-toy"
other push -q origin HEAD:main
machine_before=$(machine)
check_exit 0 "their commit comes in" twin pull
check "it is told by its title" said "Want twin-toy"
check "and by what it asks for" said "+ packages:twin-toy"
check "nothing was changed on the machine" same "$machine_before" machine
check "nothing is left to commit" clean
check_exit 2 "a plan does what is within the policy" twin plan --only packages:twin-toy
check "and names it" said "install twin-toy"

# --- both sides
sed -i '/name: twin-toy/d' "$repo/state/packages.yaml"
g commit -qam "Own change"
printf 'toy\n' >/srv/other/README.md
other add -A && other commit -qm "A readme" && other push -q origin HEAD:main
check_exit 1 "what the remote has and this machine has not is not overwritten" twin push
check "the way out is named" said "twin pull"
check_exit 0 "own commits go on top" twin pull
check "which is said" said "with 2 of this machine on top"
check "the own one is the newest" same "Own change" g log -1 --format=%s
check_exit 0 "and then it can be sent" twin push
other pull -q --rebase

cp "$repo/config.yaml" "$work/config"
echo '# ours' >>"$repo/config.yaml" && g commit -qam "Ours"
echo '# theirs' >>/srv/other/config.yaml && other commit -qam "Theirs" && other push -q origin HEAD:main
before=$(content)
check_exit 1 "where both changed the same, it stops" twin pull
check "and says how to go on" said "rebase --autostash origin/main"
check "nothing was changed" same "$before" content
g reset -q --hard HEAD~1
echo edited >>"$repo/config.yaml"
check_exit 1 "edits that were never committed are not lost" twin pull
check "and are named" said "config.yaml"
g checkout -q -- config.yaml
check_exit 0 "without them it comes in" twin pull

# --- policy
mkdir -p /srv/other/filesystem/etc/sudoers.d
printf 'alice ALL=(ALL) NOPASSWD: ALL\n' >/srv/other/filesystem/etc/sudoers.d/toy
sed -i 's/^files: \[\]$/files:/' /srv/other/state/files.yaml
cat >>/srv/other/state/files.yaml <<'END'
  - path: /etc/sudoers.d/toy
    type: file
    twin_path: filesystem/etc/sudoers.d/toy
    mode: "0440"
    owner: root
    group: root
END
other add -A && other commit -qm "Trust me" && other push -q origin HEAD:main
check_exit 0 "what asks for too much comes in as well" twin pull
check_exit 2 "and is held back by the plan" twin plan --only files:/etc/sudoers.d/toy
check "which names the way to approve it" said "twin approve"
id=$(grep -o 'twin approve [0-9a-f]*' "$out" | head -1 | cut -d' ' -f3)
check_exit 2 "apply does not do it, and says that it is pending" twin apply --yes --only files:/etc/sudoers.d/toy
check "the file is not there" not test -e /etc/sudoers.d/toy
check_exit 2 "what is held back is told" twin approve
check "with its content's name" said "/etc/sudoers.d/toy"
check_exit 1 "another id approves nothing" twin approve 000000000000
check_exit 0 "the right one does" twin approve "$id"
check_exit 2 "then the plan has it" twin plan --only files:/etc/sudoers.d/toy
check_exit 0 "and apply does it" twin apply --yes --allow-destructive
check "the file is there" test -e /etc/sudoers.d/toy
printf 'bob ALL=(ALL) NOPASSWD: ALL\n' >/srv/other/filesystem/etc/sudoers.d/toy
other pull -q --rebase || true
other add -A && other commit -qm "Trust bob" && other push -q origin HEAD:main
check_exit 0 "other content for it comes in" twin pull
check_exit 2 "and is held back anew" twin plan --only files:/etc/sudoers.d/toy
check "by another id" not said "twin approve $id"

# --- secrets in old commits
printf 'toy: ghp_%s\n' "$(head -c 40 /dev/urandom | base64 -w0 | tr -d '+/=' | head -c 36)" >"$repo/notes.txt"
g add notes.txt && g commit -qm "by hand"
bad=$(g rev-parse --short=10 HEAD)
rm "$repo/notes.txt" && g add -A notes.txt && g commit -qm "gone again"
check_exit 8 "a secret in an older commit is not sent" twin push
check "the commit, file and line are named" said "$bad notes.txt:1"
check "and the way out" said "reset --soft"
check "nothing was sent" not git -C /srv/there.git cat-file -e "$bad"
fingerprint=$(grep -o 'fingerprint [0-9a-f]\{16\}' "$err" | head -1 | cut -d' ' -f2)
check_exit 0 "its owner may allow it" twin config allow-secret "$fingerprint"
check_exit 0 "and then it is sent" twin push

# --- a hostile remote
git clone -q /srv/there.git /srv/evil
evil() { git -C /srv/evil "$@"; }
ln -s /etc/shadow /srv/evil/state/shadow.yaml
evil add -A && evil commit -qm "A link" && evil push -q origin HEAD:main
before=$(content)
check_exit 8 "a link out of the repository does not come in" twin pull
check "and is named" said "state/shadow.yaml is a link that leads out"
check "nothing was changed" same "$before" content
evil reset -q --hard HEAD~2 && evil commit -q --allow-empty -m "Rewritten" && evil push -qf origin HEAD:main
check_exit 8 "a rewritten history is told" twin pull
check "and not taken" said "was rewritten"
git -C /srv/there.git update-ref refs/heads/main "$(head_of)"

# --- ssh
systemctl start ssh || service ssh start
useradd -m keeper
install -d -m 0700 -o keeper -g keeper /home/keeper/.ssh
mkdir -p /root/.ssh && chmod 0700 /root/.ssh
ssh-keygen -q -t ed25519 -N '' -f /root/.ssh/id_ed25519
install -m 0600 -o keeper -g keeper /root/.ssh/id_ed25519.pub /home/keeper/.ssh/authorized_keys
runuser -u keeper -- git init -q --bare /home/keeper/device.git
rm -f /root/.ssh/known_hosts
check_exit 0 "a machine by ssh becomes a remote" twin remote add nas ssh://keeper@localhost/home/keeper/device.git
check_exit 1 "a host that nobody has looked at is not trusted" twin push --remote nas
check "which is said" said "Host key verification failed"
check "with what to do" said "ssh -T keeper@localhost"
ssh-keyscan -t ed25519 localhost >/root/.ssh/known_hosts 2>/dev/null
check_exit 0 "once it is known, an ed25519 key leads there" twin push --remote nas
check "all of it is there" same "$(head_of)" runuser -u keeper -- git -C /home/keeper/device.git rev-parse main
check_exit 0 "and back" twin pull --remote nas
mv /root/.ssh/id_ed25519 /root/.ssh/away
check_exit 1 "without the key nobody is let in" twin pull --remote nas
check "which is said" said "Permission denied"
mv /root/.ssh/away /root/.ssh/id_ed25519

# --- at GitHub, by a gh that stands in for the real one
cat >/usr/bin/gh <<'END'
#!/bin/sh
case "$*" in
  auth*) exit 0 ;;
  *POST*) cat >/srv/gh.asked && echo '{"full_name": "alice/twin-toy"}' ;;
  *) cat /srv/gh.answer ;;
esac
END
chmod 0755 /usr/bin/gh
answer() { # whether the repository is private
  printf '{"private": %s, "ssh_url": "git@github.com:alice/twin-toy.git", "clone_url": "https://github.com/alice/twin-toy.git"}\n' \
    "$1" >/srv/gh.answer
}
answer false
check_exit 1 "one that turns out to be public is not taken" twin remote create twin-toy --name hub --ssh
check "which is said" said "says that it is not private"
check "and there is no such remote" not g remote get-url hub
answer true
check_exit 0 "a private one is made, and becomes a remote" twin remote create twin-toy --name hub --ssh
check "it was asked for as a private one" jq -e '.name == "twin-toy" and .private and (.auto_init | not)' /srv/gh.asked
check "its address holds nothing else" same git@github.com:alice/twin-toy.git g remote get-url hub
answer false
check_exit 8 "when everybody may read there, nothing is sent" twin push --remote hub
check "which is said" said "--allow-public"
rm /usr/bin/gh

# --- without git, Java does it; the other side keeps its own
cp -a /usr/bin/git /usr/lib/git-core/git.kept
for name in git-upload-pack git-receive-pack git-upload-archive; do
  ln -sf /usr/lib/git-core/git.kept "/usr/bin/$name"
done
[[ -L /usr/lib/git-core/git ]] && ln -sf /usr/lib/git-core/git.kept /usr/lib/git-core/git
mv /usr/bin/git /usr/bin/git.away
kept() { /usr/bin/git.away "$@"; }
echo '# by Java' >>"$repo/config.yaml"
kept -C "$repo" commit -qam "By Java"
check_exit 0 "without git an ed25519 key leads there as well" twin push --remote nas
check "all of it is there" same "$(kept -C "$repo" rev-parse HEAD)" runuser -u keeper -- git.away -C /home/keeper/device.git rev-parse main
rm /root/.ssh/known_hosts
check_exit 1 "nor is a host trusted that nobody has looked at" twin pull --remote nas
check "which is said" said "ssh -T keeper@localhost"
check_exit 0 "a folder needs no program at all" twin push --remote origin
mv /usr/bin/git.away /usr/bin/git

# --- nobody there
check_exit 0 "a host that is not there becomes a remote" twin remote add far https://nowhere.invalid/x.git
check_exit 1 "nobody answers" twin pull --remote far
check "which is said" said "Is there a network"

# --- a kill at any moment
for n in $(seq 1 400); do echo "$n" >"/srv/other/filesystem/toy-$n"; done
other fetch -q origin && other reset -q --hard origin/main
for n in $(seq 1 400); do echo "$n" >"/srv/other/filesystem/toy-$n"; done
other add -A && other commit -qm "Many" && other push -q origin HEAD:main
old=$(head_of)
new=$(other rev-parse HEAD)
whole=0
for delay in 0.6 0.9 1.2 1.4 1.6 1.8 2.0 2.3; do
  "$checkout/twin" pull --remote origin >/dev/null 2>&1 &
  pid=$!
  sleep "$delay"
  kill -KILL "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  twin status --offline >/dev/null 2>&1 || true
  head=$(head_of)
  if [[ $head == "$old" || $head == "$new" ]] && clean; then whole=$((whole + 1)); fi
done >/dev/null
check "killed at any moment it is as before or as after" test "$whole" -eq 8
check_exit 0 "and a pull ends it" twin pull --remote origin
check "with all that came" there "$repo/filesystem/toy-400"
