# A package comes with the source that the same plan brings; one that no source has keeps nothing else from coming.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

twin init >/dev/null
other=/srv/other-repo
list=/etc/apt/sources.list.d/other.list
mkdir -p "$other" "$work/other-toy/DEBIAN" "$repo/filesystem$(dirname "$list")"
printf 'Package: other-toy\nVersion: 1.0\nArchitecture: all\nMaintainer: Lab <lab@localhost>\nDescription: other\n' >"$work/other-toy/DEBIAN/control"
dpkg-deb -b "$work/other-toy" "$other/other-toy.deb" >/dev/null
{
  cat "$work/other-toy/DEBIAN/control"
  printf 'Filename: ./other-toy.deb\nSize: %s\nSHA256: %s\n\n' "$(stat -c %s "$other/other-toy.deb")" "$(sha256sum <"$other/other-toy.deb" | cut -d' ' -f1)"
} >"$other/Packages"
chmod -R a+rX "$other"
echo "deb [trusted=yes] file:$other ./" >"$repo/filesystem$list"
printf 'files:\n  - {path: %s, twin_path: filesystem%s, mode: "0644", owner: root, group: root}\n' "$list" "$list" >"$repo/state/files.yaml"
printf 'packages:\n  - {name: other-toy}\n  - {name: nonesuch-toy}\n  - {name: twin-toy}\n' >"$repo/state/packages.yaml"

check_exit 2 'a source, what it has, and what no source has' twin plan
check 'what waits for the lists is told of the first' said "nonesuch-toy  waits for package nonesuch-toy in apt's lists"
check 'and the package waits as that one does, but for its own' said 'other-toy  waits for its own package, as nonesuch-toy does'
check_exit 4 'of the apply one thing is left out' twin apply --yes
check 'and that is told' said 'nonesuch-toy: there is no package nonesuch-toy'
check 'the source is there' test -f "$list"
check 'and so is its package' installed other-toy
check 'and the one that was known' installed twin-toy
check_exit 2 'the next plan' twin plan
check 'blocks what no source has' said 'nonesuch-toy  blocked: there is no package nonesuch-toy'
printf 'packages:\n  - {name: other-toy}\n  - {name: twin-toy}\n' >"$repo/state/packages.yaml"
check_exit 0 'without it all is as declared' twin status

# With sudo it is the same: the lists are fetched by who may.
check_exit 2 'the way back' twin undo
check_exit 0 'is gone' twin apply --yes --allow-destructive
apt-get -qq update
alice "$checkout/twin" init >/dev/null
theirs=/home/alice/twin-sync-device
cp -r "$repo/filesystem/etc/apt" "$theirs/filesystem/etc/"
cp "$repo/state/files.yaml" "$theirs/state/files.yaml"
cp "$repo/state/packages.yaml" "$theirs/state/packages.yaml"
chown -R alice: "$theirs"
check_exit 2 'a plan of a user' alice "$checkout/twin" plan
check 'waits, too' said "other-toy  waits for package other-toy in apt's lists"
check_exit 0 'and comes, too' alice "$checkout/twin" apply --yes
check 'with the source' installed other-toy
