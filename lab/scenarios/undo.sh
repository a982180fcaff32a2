# Everything that one apply did comes back by undo, seen by other means than twin: bytes, owners, modes, links, services, crontabs,
# packages in their version.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

mkdir /etc/toy /etc/toy/empty
printf 'bytes \x00\xff\xfe no text\r\n' >/etc/toy/bytes.bin
chown alice:adm /etc/toy/bytes.bin
chmod 0640 /etc/toy/bytes.bin
echo 'to be removed' | install -m 0600 /dev/stdin /etc/toy/gone.conf
ln -s /etc/hostname /etc/toy/link
chmod 0751 /etc/toy
apt-get -qq install -y twin-toy=1.0 twin-toy-svc >/dev/null 2>&1
printf '1 1 * * * /bin/true kept\n2 2 * * * /bin/true changed\n' | crontab -u alice -
twin init >/dev/null
before=$(machine)

echo new | content_of /etc/toy/bytes.bin
wish files 'path: /etc/toy/bytes.bin, twin_path: filesystem/etc/toy/bytes.bin, mode: "0600", owner: root, group: root'
wish files 'path: /etc/toy/gone.conf, ensure: absent'
forget files 'path: /etc/toy/link'
wish files 'path: /etc/toy/link, type: symlink, target: /etc/hosts'
forget files 'path: /etc/toy/empty'
wish files 'path: /etc/toy/empty, ensure: absent'
forget files 'path: /etc/toy'
wish files 'path: /etc/toy, type: directory, mode: "0755"'
forget packages 'name: twin-toy'
wish packages 'name: twin-toy, version: "1.1", hold: true'
wish packages 'name: twin-toy-conf'
forget services 'name: toy-enabled.service'
wish services 'name: toy-enabled.service, enabled: false, running: false'
wish services 'name: toy-static.service, masked: true'
id=$(sed -n 's/.*id: \(.*\)/\1/p' "$repo/state/cron.yaml" | head -n 1 | tr -d '"')
wish cron 'id: added, user: alice, schedule: "3 3 * * *", command: /bin/true added'
sed -i 's|/bin/true changed|/bin/true differently|' "$repo/state/cron.yaml"

check_exit 2 'a plan over four kinds' twin plan
check_exit 0 'is applied' twin apply --yes
check 'the file is another one' same '600 root root' attributes /etc/toy/bytes.bin
check 'the other is gone' not there /etc/toy/gone.conf
check 'the package is another version' same 1.1 dpkg-query -W -f '${Version}\n' twin-toy
check 'nothing of it is in the repository that was not there for all to read' lacks -rq 'to be removed' "$repo" --exclude-dir=.git
applied=$(machine)

check_exit 2 'undo plans the way back' twin undo --output json
check 'from that run' told '.basis.undo | length == 1'
check 'the plan says of packages that they are best effort' told '[.actions["packages.debian"][].undo] | index("best-effort") != null'
check_exit 0 'status does not mind: it still compares with state/' twin status
check_exit 0 'and is applied' twin apply --yes
apt-get -qq purge -y twin-toy-conf >/dev/null 2>&1 # undo removes it and leaves its configuration, as apt does
check 'the bytes are the old ones' same "$(printf 'bytes \x00\xff\xfe no text\r\n' | sha256sum)" bash -c 'sha256sum </etc/toy/bytes.bin'
check 'with their owner and mode' same '640 alice adm' attributes /etc/toy/bytes.bin
check 'the removed file is back' same 'to be removed' cat /etc/toy/gone.conf
check 'as private as it was' same '600 root root' attributes /etc/toy/gone.conf
check 'the link leads where it led' same /etc/hostname readlink /etc/toy/link
check 'the folder is back' same '755 root root' attributes /etc/toy/empty
check 'the other one has its mode' same '751 root root' attributes /etc/toy
check 'the package is in its old version' same 1.0 dpkg-query -W -f '${Version}\n' twin-toy
check 'and not on hold' same '' apt-mark showhold
check 'the service is enabled and runs' same $'enabled\nactive' bash -c 'systemctl is-enabled toy-enabled; systemctl is-active toy-enabled'
check 'the mask is gone' same static systemctl is-enabled toy-static.service
check 'the crontab is what it was' same $'1 1 * * * /bin/true kept\n2 2 * * * /bin/true changed' \
  bash -c "crontab -l -u alice | grep -v '^#'"

check_exit 2 'an undo can be undone' twin undo
check_exit 0 'which brings the change again' twin apply --yes
check 'the file is the new one' same '600 root root' attributes /etc/toy/bytes.bin
check_exit 2 'one thing alone can be taken back' twin undo files:/etc/toy/link
check_exit 0 'and is' twin apply --yes
check 'the link leads where it led' same /etc/hostname readlink /etc/toy/link
check 'the rest stays' same '600 root root' attributes /etc/toy/bytes.bin
run=$(basename "$(ls "$repo"/plan/history/*.yaml | head -n 1)" .yaml)
check_exit 2 'a run has a name' twin undo "$run"
check_exit 1 'what is none is refused' twin undo 1999-01-01T00-00-00Z
check 'in words' said 'no kind or plugin in use is called that'
check_exit 1 'and so is a thing that no run touched' twin undo packages:bash
check 'in words' said 'no run has touched that'

on_the_way() { (cd /etc && find toy-new 2>/dev/null | sort); }
for name in deep/x y; do
  echo "$name" | content_of "/etc/toy-new/$name"
  wish files "path: /etc/toy-new/$name, twin_path: filesystem/etc/toy-new/$name"
done
check_exit 2 'files in folders that are not there' twin plan --only 'files:/etc/toy-new/*'
check 'say which folders come along' said 'brings along /etc/toy-new, /etc/toy-new/deep'
check_exit 0 'come with them' twin apply --yes
check 'all of it is there' same $'toy-new\ntoy-new/deep\ntoy-new/deep/x\ntoy-new/y' on_the_way
touch /etc/toy-new/deep/theirs
check_exit 2 'what others put there' twin undo
check 'keeps the folder, which is told' said '/etc/toy-new/deep is not empty: theirs is in it'
rm /etc/toy-new/deep/theirs
check_exit 2 'one file is taken back' twin undo files:/etc/toy-new/deep/x
check_exit 0 'with the folder of its own' twin apply --yes
check 'the other one keeps what is above' same $'toy-new\ntoy-new/y' on_the_way
check_exit 2 'the last one is taken back' twin undo files:/etc/toy-new/y
check_exit 0 'with what is left' twin apply --yes
check 'so that nothing is' same '' on_the_way
check_exit 2 'that can be undone' twin undo
check_exit 0 'which brings folder and file' twin apply --yes
check 'as they were' same $'toy-new\ntoy-new/y' on_the_way
check_exit 2 'and undone again' twin undo
check_exit 0 'which takes both' twin apply --yes
check 'so that nothing is left' same '' on_the_way
sed -i '\|path: /etc/toy-new/|d' "$repo/state/files.yaml"

find /var/lib/twin/backup -type f -exec touch -d '200 days ago' {} +
wish cron 'id: another, user: alice, schedule: "4 4 * * *", command: /bin/true another'
twin plan --only cron >/dev/null || true
check_exit 0 'an apply after a long time' twin apply --yes
check 'forgets what was kept too long' same '' find /var/lib/twin/backup -type f
check_exit 2 'an undo that would need it' twin undo "$run"
check 'says so before anything is done' said 'is not kept any more'
