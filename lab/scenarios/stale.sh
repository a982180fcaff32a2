# A plan is applied only to the machine, the wish and the time that it was made for.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

latest=$repo/plan/latest.yaml
twin init >/dev/null
wish packages 'name: twin-toy'
cp -a "$repo/state" "$work/state"

# refused CODE NAME: apply ends so and does nothing; afterwards there is a fresh plan of the wish
refused() {
  local before
  before=$(machine)
  check_exit "$1" "$2" twin apply --yes
  check '  and nothing was changed' same "$before" machine
}
afresh() {
  rm -rf "$repo/state"
  cp -a "$work/state" "$repo/state"
  rm -f "$latest"
  code=0
  twin plan >/dev/null || code=$?
  [[ $code -eq 2 ]]
}

afresh
apt-get -qq install -y twin-toy=1.0 >/dev/null
refused 3 'the package came by another way'
apt-get -qq purge -y twin-toy >/dev/null

afresh
wish packages 'name: twin-toy-conf'
refused 3 'the wish changed'

afresh
sed -i 's/^expires_at: .*/expires_at: "2026-01-01T00:00:00Z"/' "$latest"
refused 8 'somebody changed when the plan expires'

afresh
sed -i 's/twin-toy/twin-toy-conf/g' "$latest"
refused 8 'the plan was edited'

afresh
sed -i 's/\(id: .*\)twin-toy$/\1twin-toy-conf/' "$latest"
refused 8 'the plan was edited so that it does not even hang together'

afresh
was=$(cat /etc/machine-id)
echo 0123456789abcdef0123456789abcdef >/etc/machine-id
refused 8 'the plan is of another machine'
echo "$was" >/etc/machine-id

afresh
check_exit 0 'and the plan that fits is applied' twin apply --yes
check 'dpkg has the package' installed twin-toy
