# An ordinary user who may use sudo: one apply changes packages, a root file, a service and her own crontab; what needs root is
# done by a root side that knows no repository; the repository stays hers; undo brings all of it back.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"
repo=/home/alice/twin-sync-device
twin_of_alice() { alice "$checkout/twin" "$@"; }

echo 'colour = red' >/etc/toy-colour.conf
setfacl -m u:alice:r /etc/toy-colour.conf
setfattr -n user.toy -v kept /etc/toy-colour.conf
echo '2 2 * * * /bin/true of-alice' | crontab -u alice -
twin_of_alice init >/dev/null
before=$(machine)

as_alice() { runuser -u alice -- env -C /home/alice HOME=/home/alice bash -c "$1"; }
as_alice "
  cd '$repo'
  sed -i 's/^\([a-z_]*\): \[\]\$/\1:/' state/*.yaml
  echo '  - {name: twin-toy}' >>state/packages.yaml
  mkdir -p filesystem/etc
  echo 'colour = green' >filesystem/etc/toy-colour.conf
  echo '  - {id: mine, user: alice, schedule: \"3 3 * * *\", command: /bin/true mine}' >>state/cron.yaml
"
forget services 'name: toy-enabled.service'
as_alice "echo '  - {name: toy-enabled.service, enabled: false, running: false}' >>'$repo/state/services.yaml'"

check_exit 2 'a plan over four kinds is made without root' twin_of_alice plan --output json
check 'of five actions' told '[.actions[][]] | length == 5'
check_exit 2 'a dry run makes every check' twin_of_alice apply --dry-run
check 'says what needs sudo' said 'needs sudo'
check 'and changes nothing' same "$before" machine
check_exit 1 'without sudo it is refused as a whole' twin_of_alice apply --yes --no-sudo
check 'with the reason' said 'needs root'
check 'and changes nothing' same "$before" machine

check_exit 0 'one apply does it all' twin_of_alice apply --yes
check 'dpkg has the package' installed twin-toy
check 'the file has the bytes' grep -qx 'colour = green' /etc/toy-colour.conf
check 'and still belongs to root' same '644 root root' attributes /etc/toy-colour.conf
check 'it kept its access control list' grep -q 'user:alice:r' <(getfacl -p /etc/toy-colour.conf 2>/dev/null)
check 'and its extended attribute' test "$(getfattr --only-values -n user.toy --absolute-names /etc/toy-colour.conf)" = kept
check 'the service is disabled' same disabled systemctl is-enabled toy-enabled.service
check 'and stopped' same inactive systemctl is-active toy-enabled.service
check 'her crontab has the line' grep -qxF '3 3 * * * /bin/true mine' <(crontab -l -u alice)
check 'and she wrote it herself' grep -qF '(alice) REPLACE (alice)' <(journalctl -b --no-pager)
check 'her repository is still hers, all of it' same '' find "$repo" -not -user alice
check 'so is what twin remembers for her' same '' find /home/alice/.local -not -user alice
check 'what root kept for undo is root'\''s alone' same '700 root root' attributes /var/lib/twin/backup
check_exit 0 'status says in sync' twin_of_alice status
check 'no process is left' lacks -q 'jar worker' <(ps -eo args | grep -v grep)

check_exit 2 'undo makes a plan' twin_of_alice undo
check 'and says what is only as good as it can be' said 'As well as it can be done'
check_exit 0 'which is applied like any other' twin_of_alice apply --yes
check 'the package is gone' not installed twin-toy
check 'the file has its old bytes' grep -qx 'colour = red' /etc/toy-colour.conf
check 'the service is enabled again' same enabled systemctl is-enabled toy-enabled.service
check 'and runs again' same active systemctl is-active toy-enabled.service
check 'her crontab is what it was' same '2 2 * * * /bin/true of-alice' crontab -l -u alice
check 'her repository is still hers' same '' find "$repo" -not -user alice
check_exit 2 'state still asks for it' twin_of_alice status

# One wrong line would take sudo from her, and with it the way back.
toy=/etc/sudoers.d/toy
wish_line() { # LINE in FILE
  as_alice "mkdir -p '$repo/filesystem$(dirname "$2")'; echo '$1' >'$repo/filesystem$2'"
}
wish_of_root() { # FILE with MODE
  as_alice "sed -i 's|^files:\$|&\n  - {path: $1, type: file, twin_path: filesystem$1, mode: \"$2\", owner: root, group: root}|' '$repo/state/files.yaml'"
}
wish_of_root "$toy" 0440
wish_line 'bob ALL=(ALL NOPASSWD: ALL' "$toy"
check_exit 2 'a line of sudoers without its bracket is planned' twin_of_alice plan --only "files:$toy"
check_exit 4 'but not put in place' twin_of_alice apply --yes
check 'since visudo does not take it' said "visudo says $toy:1"
check 'nothing stands there' not test -e "$toy"
check 'nor beside it' same '' find /etc/sudoers.d -name '.twin-*'
wish_line 'bob ALL=(ALL) NOPASSWD: ALL' "$toy"
check_exit 2 'a good one is planned' twin_of_alice plan --only "files:$toy"
check_exit 0 'and put in place' twin_of_alice apply --yes
check 'with its mode' same '440 root root' attributes "$toy"

# A wrong word in a part of what sshd reads would keep everybody out after its next start.
part=/etc/ssh/sshd_config.d/toy.conf
mkdir -p /run/sshd
wish_of_root "$part" 0644
wish_line 'PermitRotLogin no' "$part"
check_exit 2 'an option of sshd that does not exist is planned' twin_of_alice plan --only "files:$part"
check_exit 4 'but not put in place' twin_of_alice apply --yes
check 'since sshd does not take it' said "sshd says $part: line 1: Bad configuration option: PermitRotLogin"
check 'nothing stands there' not test -e "$part"
wish_line 'PermitRootLogin no' "$part"
check_exit 2 'a good one is planned' twin_of_alice plan --only "files:$part"
check_exit 0 'and put in place' twin_of_alice apply --yes
