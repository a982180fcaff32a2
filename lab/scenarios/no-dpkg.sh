# A machine whose dpkg cannot be asked: not seen is not empty.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

twin init >/dev/null
wish packages 'name: twin-toy'
mkdir /root/away
mv /usr/bin/dpkg /usr/bin/dpkg-query /root/away/

check_exit 2 'status does not say in sync' twin status --output json
check 'packages are unavailable, with a reason' told \
  '.plugins[] | select(.plugin == "packages.debian") | .in_sync == false and (.unavailable | length > 10)'
check 'the other kinds are seen' told '.plugins[] | select(.plugin == "cron.user") | .in_sync == true'
check_exit 0 'a snapshot works' twin snapshot
check 'and writes down why nothing was seen' grep -q '^unavailable: ' "$repo/live/packages.yaml"
check 'and no list' lacks -q '^packages:' "$repo/live/packages.yaml"
commit=$(head_of)
check_exit 0 'a second snapshot works' twin snapshot
check 'and finds nothing new' same "$commit" head_of
check_exit 2 'plan' twin plan --output json
check 'plans nothing on what it did not see' told '[.actions[][]] == []'
check 'and says so of what was wished' told '[.blocked["packages.debian"][].key] | index("twin-toy") != null'
check_exit 2 'apply can do nothing, and does not say that all is well' twin apply --yes

mv /root/away/* /usr/bin/
check_exit 2 'with dpkg back' twin plan --output json
check 'just the wish is planned' same packages.debian/install/twin-toy jq -r '.actions[][].id' "$out"
