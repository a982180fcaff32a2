# An ordinary user of the machine has a twin of her own: it sees what she may see, says what it cannot, and changes nothing
# that she may not.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"
repo=/home/alice/twin-sync-device

echo '1 1 * * * /bin/true root-only' | crontab -
echo '2 2 * * * /bin/true of-alice' | crontab -u alice -
install -m 0600 /dev/stdin /etc/toy-hidden.conf <<<'not for everybody'
before=$(machine)

check_exit 0 'init works without root' alice "$checkout/twin" init
check 'the repository is hers alone' same '700 alice alice' attributes "$repo"
check 'her crontab is seen' grep -q of-alice "$repo/live/cron.yaml"
check 'that of root is not' lacks -rq root-only "$repo"
check 'and said not to be seen' grep -q '^not_seen:' "$repo/live/cron.yaml"
check 'a file that she may not read is said not to be seen' grep -q '^not_seen:' "$repo/live/files.yaml"
check_exit 0 'status says in sync' alice "$checkout/twin" status
commit=$(alice git -C "$repo" rev-parse HEAD)
check_exit 0 'a second look' alice "$checkout/twin" snapshot
check 'finds nothing new' same "$commit" alice git -C "$repo" rev-parse HEAD

alice bash -c "cat >>'$repo/state/packages.yaml'" <<<'  - {name: twin-toy}'
check_exit 2 'a package is planned' alice "$checkout/twin" plan
check_exit 1 'but without sudo apply lacks the right to install it' alice "$checkout/twin" apply --yes --no-sudo
check 'and says so' said root
check 'nothing changed' same "$before" machine
check_exit 2 'her own crontab is another matter' alice bash -c \
  "sed -i '/twin-toy/d' '$repo/state/packages.yaml'; echo '  - {id: mine, user: alice, schedule: \"3 3 * * *\", command: /bin/true mine}' >>'$repo/state/cron.yaml'; '$checkout/twin' plan"
check_exit 0 'it is hers to change' alice "$checkout/twin" apply --yes
check 'and has the line' grep -qxF '3 3 * * * /bin/true mine' <(crontab -l -u alice)
check 'beside the one that was there' grep -qxF '2 2 * * * /bin/true of-alice' <(crontab -l -u alice)

check_exit 1 'root does not work on her repository' twin status --repo "$repo"
check 'which stays hers' same '' find "$repo" -not -user alice
