#!/usr/bin/env bash
# A repository of twin's predecessor, made on this very machine, becomes one of twin: what was asked for is wished for, the rest is
# told, nothing of the old one is touched, and the plan shows what is different.
. "$(dirname "$0")/lib/checks.sh"
. "$(dirname "$0")/lib/machine.sh"

old=/root/twinsync-device
token=ghp_$(printf 'aB3dE5fG7hI9%.0s' 1 2 3)
mkdir -p "$old"/system/{packages,services,startup,logs} "$old"/filesystem/etc

# As the script collected it, with what it got wrong.
uname -a >"$old/system/uname.txt"
cp /etc/os-release "$old/system/os-release"
dpkg-query -W -f='${Package} ${Version}\n' >"$old/system/packages/dpkg.txt"
echo twin-toy >>"$old/system/packages/dpkg.txt" # a person wants it
{
  echo '# service enabled running'
  systemctl list-unit-files --type=service --no-legend --no-pager --plain | while read -r unit state _; do
    echo "$unit $state $(systemctl is-active "$unit" 2>/dev/null)"
  done
} >"$old/system/services/desired-state.txt"
sed -i 's/^toy-disabled.service .*/toy-disabled.service enabled running/' "$old/system/services/desired-state.txt"
printf '0 3 * * * /usr/local/bin/backup --all\n5 4 * * * curl -H "Authorization: Bearer %s" http://localhost/\n' "$token" \
  >"$old/system/startup/user-crontab.txt"
printf 'caf\351 \377\n' >/etc/latin1.conf
chmod 0644 /etc/latin1.conf
printf 'mine\n' >/etc/hidden.conf
chmod 0600 /etc/hidden.conf
cp -r --parents /etc/machine-id /etc/latin1.conf /etc/hidden.conf /etc/shadow /etc/nginx /etc/ssh "$old/filesystem/" 2>/dev/null
chmod -R a+rX "$old/filesystem"
echo 'welcome home' >"$old/filesystem/etc/motd"
mkdir -p /root/.config/twinsync
cat >/root/.config/twinsync/config <<END
TWIN_REPO="$old"
GITHUB_USER="alice"
GITHUB_TOKEN="$token"
GITHUB_DEVICE_REPO="twin-lab"
EXTRA=\$(touch /tmp/was-run)
FS_ROOTS="/etc /root/.config"
END
git -C "$old" init -q
git -C "$old" config user.email twinsync@localhost
git -C "$old" config user.name TwinSync
echo "password: Tr0ub4dor-and-3" >"$old/filesystem/etc/once.conf"
git -C "$old" add . && git -C "$old" commit -qm 'TwinSync snapshot 1'
rm "$old/filesystem/etc/once.conf"
git -C "$old" add -A && git -C "$old" commit -qm 'TwinSync snapshot 2'
everything() { find "$old" -printf '%p %y %m %T@ %s\n' | sort | sha256sum; }
before=$(everything)
machine_before=$(machine)

check_exit 0 'the repository is migrated' twin migrate "$old" --repo "$repo" -v
cp "$out" "$work/migration"
cp "$err" "$work/warnings"
in_report() { grep -F -- "$1" "$work/migration"; }
in_warnings() { grep -F -- "$1" "$work/warnings"; }

check 'nothing of the old one was touched' test "$before" = "$(everything)"
check 'nothing of the machine was touched' test "$machine_before" = "$(machine)"
check 'nothing of the configuration was run' not test -e /tmp/was-run
check 'twin knows that it is about this machine' in_report 'It is about this machine'

# shellcheck disable=SC2016 # dpkg's own $
declared() { sed -n 's/^  - name: //p' "$repo/state/packages.yaml" | sort; }
manual() { { apt-mark showmanual; echo twin-toy; } | sort -u; }
check 'of all packages those are wished for that somebody asked for, and no other' diff <(declared) <(manual)
along=$(apt-mark showauto | sed -n 1p)
line=$(grep -n "^$along " "$old/system/packages/dpkg.txt" | cut -d: -f1)
check 'what came along is told with its line' in_report "system/packages/dpkg.txt:$line $along"
check 'a file keeps every byte' cmp /etc/latin1.conf "$repo/filesystem/etc/latin1.conf"
check 'it keeps the mode and the owner that it has here' grep -A4 'path: /etc/latin1.conf' "$repo/state/files.yaml"
check 'what not everybody may read stays out' not test -e "$repo/filesystem/etc/hidden.conf"
check 'what is secret by its place stays out' not test -e "$repo/filesystem/etc/shadow"
check 'the keys of this machine stay out' lacks -rl 'PRIVATE KEY' "$repo" --include='*'
check 'what its package brought unchanged is left to it' not test -e "$repo/filesystem/etc/nginx/nginx.conf"
check 'the crontab is entries now' grep -F 'command: /usr/local/bin/backup --all' "$repo/state/cron.yaml"
check 'an entry with a secret is told, and left out' in_report 'system/startup/user-crontab.txt:2'
check 'the token is told, with its place' in_warnings '/root/.config/twinsync/config:3: a secret lies in the open (token)'
check 'it is to be rotated' in_warnings 'rotate it'
check 'what only the past has is told, with a commit' grep -E 'filesystem/etc/once.conf:1 of commit [0-9a-f]{10}: a secret' "$work/warnings"
check 'no token is in the new repository' lacks -rF "$token" "$repo"
check 'nor in what twin said' lacks -F "$token" "$work/migration" "$work/warnings"
check 'nor is what only the past had' lacks -rF 'Tr0ub4dor' "$repo" "$work/migration" "$work/warnings"
check 'it is one commit' same 'twin migrate' git -C "$repo" log --format=%s
check 'all of it is committed' clean
check 'what the shell would have to work out is told with its line' in_report '/root/.config/twinsync/config:5'

check_exit 2 'the plan shows the difference' twin plan --repo "$repo"
planned() { grep -F -- "$1" "$out"; }
check 'the package that a person added' planned 'install twin-toy'
check 'the service that a person switched on' planned 'enable toy-disabled.service'
check 'and starts' planned 'start toy-disabled.service'
check 'the file that a person changed' planned '/etc/motd'
check 'no service that runs is to be stopped' lacks -E 'stop [a-z]' "$out"
check 'and nothing is to be removed' planned '0 to remove'
check 'nothing that was taken over is impossible here' lacks -E '^  ! ' "$out"

check_exit 1 'a second migration to the same place is refused' twin migrate "$old" --repo "$repo"
check 'and says why' said 'not empty'

check_exit 0 'the old names work' "$checkout/twinsync" check-deps --repo "$repo"
check 'and say the new one' said 'this is now: twin doctor'
check_exit 2 'a part is planned by its old name' "$checkout/twinsync" plan-files --repo "$repo"
check_exit 64 'what there never was is wrong usage' "$checkout/twinsync" nonsense
