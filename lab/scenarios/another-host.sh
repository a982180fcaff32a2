# A laptop keeps the twin of another machine: by ssh, as an ordinary user there and as root. What it sees and changes is the other
# machine and never itself, its logs included; a second twin is kept out; and what was cut off by a lost connection is finished.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"
. "$here/lib/logs.sh"
. "$here/lib/laptop.sh"

locked_by_guest() { lslocks -n -o PID,PATH | awk '$2 == "/run/lock/twin.lock" { print $1 }' | grep -qx "$(pgrep -u alice -f 'jar worker --guest')"; }

# --- what stands in the way, and how to mend it
check_exit 64 "a machine that is an option of ssh is refused" twin status --host -oProxyCommand=touch
check_exit 64 "and so is one with a command in its name" twin status '--host=alice@$(touch)'
check_exit 1 "a machine that nobody has looked at is not trusted" box init
check "which is said" said "Host key verification failed"
check "with what to do" said "ssh -T alice@localhost"
know_host
check_exit 1 "a user who lets nobody in is not gone past" box init
check "which is said as well" said "Permission denied"
let_in
check_exit 1 "a machine without twin is told" box init
check "with what to do there" said "install twin there as well"
printf '#!/bin/sh\nexec echo "{\\"say\\":\\"greeting\\",\\"protocol\\":99,\\"twin\\":\\"9.9\\"}"\n' >/usr/bin/twin
chmod 0755 /usr/bin/twin
check_exit 1 "a twin that speaks otherwise is told" box init
check "with its version" said "it is twin 9.9 and speaks protocol 99"
check "and the remedy" said "install the same one on both machines"
printf '#!/bin/sh\necho Welcome to box\n' >/usr/bin/twin
check_exit 1 "what is no twin is not taken for one" box init
check "and is named" said "does not understand"
check "nothing was made of all this" not test -e "$repo"
install_twin

# --- looking
before=$(machine)
check_exit 0 "the other machine comes into a repository of the laptop" box init
check "nothing was changed there" same "$before" machine
check "its packages were seen" grep -q 'name: openssh-server' "$repo/live/packages.yaml"
check "and its units" grep -q 'name: toy-enabled.service' "$repo/live/services.yaml"
check "its name is its own" grep -q "hostname: $(cat /etc/hostname)" "$repo/live/system.yaml"
check "all of the repository is the laptop's user's" same '' find "$repo" -not -user keeper
check "which logs her user may not read there is told with the remedy" grep -q 'unavailable: .*adm' "$repo/logs/current/index.yaml"
check_exit 0 "it is in sync" box status
check_exit 0 "also with the machine named first" laptop "$checkout/twin" --host alice@localhost status --repo "$repo"
commit=$(as_keeper "git -C $repo rev-parse HEAD")
check_exit 0 "a snapshot is taken" box snapshot
check "and makes no commit where nothing changed" same "$commit" as_keeper "git -C $repo rev-parse HEAD"
check_exit 8 "the laptop itself is another machine, and is not put in its place" twin snapshot
check "with the words to say" said "say --host alice@localhost"
check_exit 64 "what is about this machine alone refuses another" twin doctor --host alice@localhost
check "with a sentence" said "--host says nothing to it"
check_exit 64 "and so does what only reads" twin history --host alice@localhost
check "no process is left" lacks -q 'worker --guest' <(ps -eo args | grep -v grep)

# --- acting, as a user who may use sudo there
printf 'of the box\n' >/etc/toy-box.conf
printf 'mine\n' >/home/alice/toy
chown alice:alice /home/alice/toy
as_keeper "
  cd '$repo'
  sed -i 's/^\([a-z_]*\): \[\]\$/\1:/' state/*.yaml
  echo '  - {name: twin-toy}' >>state/packages.yaml
  mkdir -p filesystem/etc filesystem/home/alice
  echo 'of the laptop' >filesystem/etc/toy-box.conf
  echo 'of the laptop too' >filesystem/home/alice/toy
  echo '  - {path: /etc/toy-box.conf, twin_path: filesystem/etc/toy-box.conf, mode: \"0644\", owner: root, group: root}' >>state/files.yaml
  echo '  - {path: /home/alice/toy, twin_path: filesystem/home/alice/toy, mode: \"0600\", owner: alice, group: alice}' >>state/files.yaml
  echo '  - {id: mine, user: alice, schedule: \"3 3 * * *\", command: /bin/true mine}' >>state/cron.yaml
"
before=$(machine)
check_exit 2 "what differs is shown with what stands there" box diff
check "line by line" said "-of the box"
check_exit 2 "a plan is made" box plan --output json
check "of four actions" told '[.actions[][]] | length == 4'
note=$(find /home/keeper/.local/state/twin/elsewhere -type f)
mv "$note" "$work/note"
check_exit 8 "on the laptop itself that plan is refused even where nobody knows of it" twin apply --yes
check "for it is of another machine" said "the plan was made for another machine"
check_exit 1 "and nothing is open there" twin apply --resume
mv "$work/note" "$note"
check "which machine it is was noted" grep -qxE 'sha256:[0-9a-f]{64}' "$note"
cp "$note" "$work/note"
printf 'alice@third\nsha256:%064d\n' 0 >"$note"
check_exit 8 "the repository of a third machine is not taken over" box apply --yes
check "with the names of both" said "this repository is that of alice@third, and alice@localhost is another machine"
printf 'sha256:%064d\n' 0 >"$note"
check_exit 8 "nor is that of the laptop itself" box apply --yes
check "which is told" said "this repository is that of this machine"
cat "$work/note" >"$note"
check "nothing was changed" same "$before" machine
mv /etc/sudoers.d /etc/sudoers.d.off
check_exit 1 "without sudo there nothing is done" box apply --yes
check "which is said with the remedy" said "NOPASSWD: /usr/bin/twin worker"
mv /etc/sudoers.d.off /etc/sudoers.d
check "nothing was changed either" same "$before" machine
check_exit 0 "one apply does it all" box apply --yes
check "the package is there" installed twin-toy
check "the file of root has the bytes" grep -qx 'of the laptop' /etc/toy-box.conf
check "the file of the user too" grep -qx 'of the laptop too' /home/alice/toy
check "and it is still hers" same '600 alice alice' attributes /home/alice/toy
check "her crontab has the line, by her own hand" grep -qF '(alice) REPLACE (alice)' <(journalctl -b --no-pager)
check "what was there before is kept there and not here" bash -c "
  ls /var/lib/twin/backup/* && ls /home/alice/.local/state/twin/backup/* && ! ls /home/keeper/.local/state/twin/backup"
check "nothing that was handed over is left" same '' find /home/alice/.local/state/twin/visits /var/lib/twin -path '*/visits/*' -o -path '*/worker*'
check_exit 0 "it is in sync again" box status
check_exit 2 "undo makes a plan" box undo
check_exit 0 "which is applied like any other" box apply --yes
check "the file of root is what it was" grep -qx 'of the box' /etc/toy-box.conf
check "and that of the user" grep -qx 'mine' /home/alice/toy
check "the package is gone" not installed twin-toy
check_exit 0 "what was wished may become what is there" box adopt files:/etc/toy-box.conf files:/home/alice/toy cron:alice/mine packages:twin-toy
check "with its content" grep -qx 'of the box' "$repo/filesystem/etc/toy-box.conf"

# --- as root
echo 'as root' | install -o keeper -g keeper /dev/stdin "$repo/filesystem/etc/toy-box.conf"
check_exit 2 "root there sees it too" twin plan --host root@localhost
check "and what is to be run next names the machine" said "run: twin apply --host root@localhost"
check_exit 0 "and does it without sudo" twin apply --yes --host root@localhost
check "the file has the bytes" grep -qx 'as root' /etc/toy-box.conf

# --- its logs
secret=Lo$(head -c 40 /dev/urandom | base64 -w0 | tr -d '+/=' | head -c 10)7
logger -t toy-box -p user.err "cannot reach https://shop:$secret@db.example.org/: refused"
logger -t toy-box -p auth.info 'known to root alone'
settle
check_exit 0 "root there reads all of them" twin snapshot --host root@localhost
check "the journal is there" grep -q 'cannot reach https://shop:‹secret [0-9a-f]*›@db' "$repo/logs/current/systemd/journal_tail.txt"
check "and so are the log files" grep -q 'known to root alone' "$repo/logs/current/files/authlog_tail.txt"
check "an error is known for one" grep -q 'text: .*cannot reach' "$repo/logs/current/index.yaml"
check "its secret came into nothing" lacks -raF "$secret" "$repo"
laptop "$checkout/twin" logs errors --repo "$repo" >"$work/errors"
check "it is told as any other" grep -q 'cannot reach' "$work/errors"
marks() { sed -n '/^marks:/,$p' "$repo/logs/current/index.yaml"; }
known=$(marks)
rm /usr/bin/twin
check_exit 1 "where nobody answers nothing is captured" twin snapshot --host root@localhost
check "and it stays known how far they were read" same "$known" marks
install_twin

# --- plugins of other people
cat >"$work/twin-toy" <<'END'
#!/usr/bin/python3
import json, os, pwd, sys
of_all = sys.argv[0].endswith("-of-all")
place = "/srv/toys" if of_all else pwd.getpwuid(os.getuid()).pw_dir + "/toys"
def say(**words): print(json.dumps(words), flush=True)
def there(): return set(open(place).read().split()) if os.path.exists(place) else set()
say(say="plugin", protocol=1, program="toy 1")
for line in sys.stdin:
    asked = json.loads(line)
    if asked["ask"] == "hello":
        say(say="taken")
    elif asked["ask"] == "observe":
        keys = asked["scope"].get("keys")
        say(say="observed", observation={"toys_of_all" if of_all else "toys":
            [{"toy": toy} for toy in sorted(there()) if keys is None or toy in keys]})
    elif asked["ask"] == "apply":
        toys = there()
        for action in asked["actions"]:
            (toys.discard if action["op"] == "remove" else toys.add)(action["toy"])
        with open(place, "w") as file:
            file.write("".join(toy + "\n" for toy in sorted(toys)))
        say(say="ran")
    else:
        say(say="fault", reason="not understood")
END
# describe PLUGIN FRAGMENT PROGRAM WISH [LINE]
describe() {
  install -d -o keeper -g keeper "$repo/plugins/$1"
  printf '%s\n' "name: $1" 'kind: config' "provides: {state_fragments: [$2]}" 'dependencies: []' "entrypoint: exec:$3" "${5:-}" |
    install -o keeper -g keeper /dev/stdin "$repo/plugins/$1/plugin.yaml"
  printf '%s\n' 'type: object' 'additionalProperties: false' 'properties:' "  $2:" '    type: array' '    items:' '      type: object' \
    '      additionalProperties: false' '      x-key: toy' '      properties:' "        toy: {type: string, pattern: '^[a-z]+\$'}" \
    '        ensure: {enum: [present, absent]}' | install -o keeper -g keeper /dev/stdin "$repo/plugins/$1/schema.yaml"
  echo "$2: [$4]" | install -o keeper -g keeper /dev/stdin "$repo/state/$2.yaml"
}
programs=/home/alice/.local/share/twin/plugins
describe toys.toy toys twin-toy '{toy: ball}'
check_exit 2 "a program that is not there is not started" box status --only toys
check "and where it is looked for is told" said "$programs"
runuser -u alice -- mkdir -p -m 0755 "$programs"
install -m 0755 -o alice -g alice "$work/twin-toy" "$programs/twin-toy"
check_exit 2 "one that was never trusted is not started either" box status --only toys
check "with the words to say" said "twin plugins trust toys.toy --host alice@localhost"
check_exit 0 "it is trusted as it is there" box plugins trust toys.toy --yes
check "for that machine alone" grep -q 'toys.toy@sha256:' /home/keeper/.config/twin/plugins.yaml
check_exit 0 "it is described with its program" box plugins describe toys.toy
check "which is that of the box" said "is started from $programs/twin-toy"
check_exit 2 "what it would do is planned" box plan --only toys
check_exit 0 "and done" box apply --yes
as_keeper "ssh alice@localhost touch made-by-hand"
check "there, as its user" same "$(attributes /home/alice/made-by-hand)" attributes /home/alice/toys
check "who is alice" same 'alice alice' stat -c '%U %G' /home/alice/toys
check "to the letter" grep -qx ball /home/alice/toys
check "and not here" not test -e /home/keeper/toys
check_exit 0 "then all is as it is wished" box status --only toys
check_exit 2 "it can be taken back" box undo
check_exit 0 "like any other" box apply --yes
check "and is gone" not grep -q ball /home/alice/toys
echo '# another one' >>"$programs/twin-toy"
check_exit 2 "another program is not started" box status --only toys
check "which is told" said "is not the program that you trusted"
install -d -m 0755 /usr/local/lib/twin /usr/local/lib/twin/plugins
install -m 0755 "$work/twin-toy" "$programs/twin-toy-of-all"
chown alice:alice "$programs/twin-toy-of-all"
describe toys.of_all toys_of_all twin-toy-of-all '{toy: swing}' 'root: true'
check_exit 1 "what needs root does not count in the folder of alice" box plugins trust toys.of_all --yes
check "which is told with the folder that does" said '/usr/local/lib/twin/plugins'
mv "$programs/twin-toy-of-all" /usr/local/lib/twin/plugins/
chown root:root /usr/local/lib/twin/plugins/twin-toy-of-all
check_exit 0 "root has put it where it counts" box plugins trust toys.of_all --yes
check_exit 2 "it is planned as alice" box plan --only toys_of_all
check_exit 0 "and done by the root side there" box apply --yes
check "as root" same '644 root root' attributes /srv/toys
check "to the letter as well" grep -qx swing /srv/toys
check_exit 0 "as root there it is seen, too, once it is trusted" twin status --only toys_of_all --host root@localhost
rm -r "$repo/plugins/toys.toy" "$repo/plugins/toys.of_all" "$repo/state/toys.yaml" "$repo/state/toys_of_all.yaml"
check "no program is left running" not pgrep -f plugins/twin-toy

# --- two at once
as_keeper "echo '  - {name: twin-toy-slow}' >>'$repo/state/packages.yaml'"
check_exit 2 "a package that takes its time is planned" box plan --only packages:twin-toy-slow
box apply --yes >"$work/slow" 2>&1 &
first=$!
so_that pgrep -f 'twin-toy-slow.postinst'
check "the lock of that machine is held, by its twin" locked_by_guest
check_exit 7 "another twin is kept out" twin apply --yes --host root@localhost
check "and told by whom" said "another twin is at work on this machine: alice"
code=0
wait "$first" || code=$?
check "the first one goes on to its end" test "$code" -eq 0
check "and has done it" installed twin-toy-slow

# --- a lost connection
as_keeper "sed -i '/name: twin-toy-slow/d' '$repo/state/packages.yaml'"
dpkg --purge twin-toy-slow >/dev/null 2>&1
as_keeper "echo '  - {name: twin-toy-slow}' >>'$repo/state/packages.yaml'"
check_exit 2 "it is planned once more" box plan --only packages:twin-toy-slow
box apply --yes >"$work/slow" 2>&1 &
first=$!
connections() { pgrep -u keeper -x ssh; }
so_that pgrep -f 'twin-toy-slow.postinst'
connections | while read -r one; do kill -9 "$one"; done
code=0
wait "$first" || code=$?
check "a lost connection needs a person" test "$code" -eq 6
check "and is told as one" grep -q 'the connection to alice@localhost is lost' "$work/slow"
check_exit 2 "what was cut off comes first" box status
check "by whatever name one is there" said "twin apply --host alice@localhost --repo $repo --resume"
for _ in {1..600}; do installed twin-toy-slow >/dev/null 2>&1 && ! pgrep -f 'jar worker' >/dev/null && break; sleep 0.1; done
check "there it was done to its end" installed twin-toy-slow
check_exit 0 "it is finished as another user of that machine" twin apply --resume --host root@localhost
check_exit 0 "and then it is in sync" box status
check "no process is left" lacks -q 'worker' <(ps -eo args | grep -v grep | grep jar)
