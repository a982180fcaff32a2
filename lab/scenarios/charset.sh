# Names and contents beyond ASCII, under whatever locale the user has.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

# posix COMMAND…: as a machine without locales starts it
posix() { env -i LC_ALL=POSIX "PATH=$PATH" "JAVA_HOME=$JAVA_HOME" HOME=/root USER=root "$@"; }

mkdir '/etc/toy'
echo 'größer' >'/etc/toy/café ☕.conf'
check_exit 0 'init works' posix "$checkout/twin" init
check 'the file is in the repository' cmp '/etc/toy/café ☕.conf' "$repo/filesystem/etc/toy/café ☕.conf"
check_exit 0 'status says in sync' posix "$checkout/twin" status

printf 'naïve\n' | content_of '/etc/toy/naïve.conf'
wish files 'path: /etc/toy/naïve.conf, twin_path: filesystem/etc/toy/naïve.conf'
wish cron 'id: cafe, user: alice, schedule: "@daily", command: "/bin/echo café"'
check_exit 2 'another is planned' posix "$checkout/twin" plan
check 'and shown as it is' said 'naïve.conf'
check_exit 0 'and done' posix "$checkout/twin" apply --yes
check 'the file has the bytes' cmp '/etc/toy/naïve.conf' "$repo/filesystem/etc/toy/naïve.conf"
check 'the crontab has the line' grep -qxF '@daily /bin/echo café' <(crontab -l -u alice)
check_exit 0 'status says in sync' posix "$checkout/twin" status
check_exit 0 'under another locale too' env LC_ALL=C.UTF-8 "$checkout/twin" status
