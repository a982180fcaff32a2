# What apt would refuse for want of a signature is blocked in the plan, and what a signed source has too is not.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

list=/etc/apt/sources.list.d/lab.list
signed=/var/tmp/signed-repo
asked() { twin plan --only packages --output json; }
blocked() { told '[.blocked["packages.debian"][]? | .key] == '"$1"; }

twin init >/dev/null
printf 'packages:\n  - {name: twin-toy-dep}\n  - {name: twin-toy-slow}\n' >"$repo/state/packages.yaml"
check_exit 2 'a source that its owner trusts without a signature' asked
check 'blocks nothing' blocked '[]'

sed -i 's/\[trusted=yes\] //' "$list"
check_exit 2 'without that' asked
check 'what comes from there is blocked' blocked '["twin-toy-dep", "twin-toy-slow"]'
check_exit 2 'which a person is told' twin plan --only packages
check 'with the source' said 'there is no signature of file:/srv/lab-repo ./, where it comes from, that apt can check'
check 'and with the way to find out more' said 'run: sudo apt-get update'
check 'once' said 'twin-toy-slow  blocked as twin-toy-dep is'
check 'apt itself would refuse it' not apt-get install -y twin-toy-slow

echo 'APT::Get::AllowUnauthenticated "true";' >/etc/apt/apt.conf.d/99-toy
check_exit 2 'whose apt is told to take it' asked
check 'is not kept from it' blocked '[]'
rm /etc/apt/apt.conf.d/99-toy

# A signed one beside it has one of the two, and what that needs.
mkdir "$signed"
cp /srv/lab-repo/twin-toy_* /srv/lab-repo/twin-toy-dep_* "$signed"
awk -v RS= -v ORS='\n\n' '/^Package: twin-toy(-dep)?\n/' /srv/lab-repo/Packages >"$signed/Packages"
export GNUPGHOME=/root/toy-keys
mkdir -m 700 "$GNUPGHOME"
gpg --batch --quiet --passphrase '' --quick-gen-key lab@toy rsa2048 sign never 2>/dev/null
gpg --export >/etc/apt/toy.gpg
sign() (
  cd "$signed"
  rm -f InRelease
  {
    echo 'Origin: toy'
    echo "Date: $(date -Ru)"
    echo 'SHA256:'
    echo " $(sha256sum Packages | cut -d' ' -f1) $(stat -c %s Packages) Packages"
  } >Release
  gpg --batch --quiet --clearsign -o InRelease Release
  chmod -R a+rX "$signed"
)
sign
chmod a+r /etc/apt/toy.gpg
echo "deb [signed-by=/etc/apt/toy.gpg] file:$signed ./" >/etc/apt/sources.list.d/signed.list
apt-get -qq update >/dev/null 2>&1 || true # of the other one it complains
check_exit 2 'what a signed source has too' asked
check 'is not blocked' blocked '["twin-toy-slow"]'
check_exit 2 'a plan of it' twin plan --only packages
check_exit 0 'can be applied' twin apply --yes
check 'and apt takes it' installed twin-toy-dep
check 'the other one is not there' not installed twin-toy-slow

# Another package of the same version that is signed: apt takes the first of the two, and only then looks for the signature.
dpkg-deb -R /srv/lab-repo/twin-toy-slow_1.0_all.deb "$work/slow"
echo 'Bugs: mailto:lab@localhost' >>"$work/slow/DEBIAN/control"
dpkg-deb -b "$work/slow" "$signed/twin-toy-slow_1.0_all.deb" >/dev/null
{
  cat "$work/slow/DEBIAN/control"
  printf 'Filename: ./twin-toy-slow_1.0_all.deb\nSize: %s\nSHA256: %s\n\n' "$(stat -c %s "$signed/twin-toy-slow_1.0_all.deb")" \
    "$(sha256sum <"$signed/twin-toy-slow_1.0_all.deb" | cut -d' ' -f1)"
} >>"$signed/Packages"
sign
apt-get -qq update >/dev/null 2>&1 || true
check_exit 2 'a signed package behind another one of its version' asked
check 'is blocked' blocked '["twin-toy-slow"]'
check 'apt itself would refuse it' not apt-get install -y twin-toy-slow
mv /etc/apt/sources.list.d/signed.list /etc/apt/sources.list.d/a-signed.list
apt-get -qq update >/dev/null 2>&1 || true
check_exit 2 'before the other one' asked
check 'it is not' blocked '[]'
check 'and apt would take it' apt-get install -y --download-only twin-toy-slow
apt-get clean
mv /etc/apt/sources.list.d/a-signed.list /etc/apt/sources.list.d/signed.list
apt-get -qq update >/dev/null 2>&1 || true

# What init took of that source says that it is trusted: a plan of all brings that back, and the next one the package.
check_exit 2 'a plan that mends the source' twin plan
check 'blocks the package as things are' said 'twin-toy-slow  blocked: there is no signature of file:/srv/lab-repo ./'
check_exit 0 'and its apply' twin apply --yes
check 'brings the source' grep -q 'trusted=yes' "$list"
check_exit 2 'the next plan' twin plan
check_exit 0 'and its apply' twin apply --yes
check 'bring it, too' installed twin-toy-slow
