# The settings of alice's desktop: what she chose is captured, what she wishes is set on her own bus, and what cannot be set is
# told before and after. Seen by gsettings.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"

repo=/home/alice/twin-sync-device
wishes=$repo/state/desktop.yaml
folder=org.gnome.desktop.app-folders.folder:/org/gnome/desktop/app-folders/folders/Utilities/
export DBUS_SESSION_BUS_ADDRESS=unix:path=/nosuch # what the environment says is not trusted

twin() { alice "$checkout/twin" "$@"; }
gsettings() { alice XDG_RUNTIME_DIR=/run/user/1000 DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/1000/bus /usr/bin/gsettings "$@"; }
in_git() { runuser -u alice -- git -C "$repo" "$@"; }
face() { gsettings get org.gnome.desktop.interface "$1"; }
# wished LINES: state/desktop.yaml as a person writes it
wished() { printf 'backend: gnome\nsettings:\n%s\n' "$1" | runuser -u alice -- tee "$wishes" >/dev/null; }

gsettings set org.gnome.desktop.interface gtk-theme "'Mine'"
gsettings set org.gnome.system.proxy.http authentication-password "'Hunter2x9Q'"
mkdir -p /etc/dconf/profile /etc/dconf/db/local.d/locks
printf 'user-db:user\nsystem-db:local\n' >/etc/dconf/profile/user
printf "[org/gnome/desktop/interface]\nclock-format='12h'\nfont-name='Given 9'\n" >/etc/dconf/db/local.d/00
echo /org/gnome/desktop/interface/clock-format >/etc/dconf/db/local.d/locks/clock
dconf update

check_exit 0 'init' twin init
check 'what alice chose is wished' grep -q 'gtk-theme: "\?Mine' "$wishes"
check 'what the machine gives is not' lacks -e Given -e clock-format "$wishes"
check 'a password is wished nowhere' lacks -r Hunter2x9Q "$repo"
check 'and stands in live/ with a mask' grep -q '‹secret' "$repo/live/desktop.yaml"
check_exit 0 'nothing is to be done' twin plan
before=$(head_of)
check_exit 0 'a second look' twin snapshot
check 'makes no commit' no_commit_since "$before"

wished "  org.gnome.desktop.interface: {gtk-theme: Mine, color-scheme: prefer-dark, cursor-size: 48, text-scaling-factor: 1.25}
  org.gnome.desktop.session: {idle-delay: 77}
  org.gnome.desktop.input-sources: {sources: [[xkb, us], [xkb, de]]}
  \"$folder\": {name: \"it's mine\"}"
check_exit 2 'wishes of several types' twin plan
check_exit 0 'are applied without root' twin apply --yes
check 'a text' same "'prefer-dark'" face color-scheme
check 'a number' same 48 face cursor-size
check 'a fraction' same 1.25 face text-scaling-factor
check 'a number with its own type' same 'uint32 77' gsettings get org.gnome.desktop.session idle-delay
check 'a list' same "[('xkb', 'us'), ('xkb', 'de')]" gsettings get org.gnome.desktop.input-sources sources
check 'a schema in one of several places' same "\"it's mine\"" gsettings get "$folder" name
check_exit 0 'then nothing is to be done' twin plan
before=$(head_of)
check_exit 0 'a look after it' twin snapshot
check 'makes no commit either' no_commit_since "$before"

# In the same run root installs a package: it is asked about that and not about the desktop.
runuser -u alice -- sh -c "sed -i 's/^packages: \\[\\]\$/packages:/' '$repo/state/packages.yaml'; echo '  - {name: twin-toy}' >>'$repo/state/packages.yaml'"
wished '  org.gnome.desktop.interface: {cursor-size: 64}'
check_exit 2 'a package and a setting' twin plan
check_exit 0 'a run that needs root for something else' twin apply --yes
check 'installs' installed twin-toy
check 'and sets' same 64 face cursor-size
check_exit 2 'all of that can be undone' twin undo
check_exit 0 'with root and without' twin apply --yes
check 'the package is gone' not installed twin-toy
check 'the setting is what it was' same 48 face cursor-size

runuser -u alice -- sed -i '/twin-toy}/d' "$repo/state/packages.yaml"

wished "  org.gnome.desktop.interface: {gtk-theme: {ensure: absent}, color-scheme: prefer-light, cursor-size: 48}
  org.gnome.desktop.input-sources: {sources: []}"
check_exit 2 'other wishes' twin plan
check_exit 0 'are applied' twin apply --yes
check 'one is changed' same "'prefer-light'" face color-scheme
check 'one is back at its default' same "'Adwaita'" face gtk-theme
check 'a list is empty' same '@a(ss) []' gsettings get org.gnome.desktop.input-sources sources
check 'what is no longer declared stays' same 'uint32 77' gsettings get org.gnome.desktop.session idle-delay
check_exit 2 'it can be undone' twin undo
check_exit 0 'which is applied' twin apply --yes
check 'one is what it was' same "'prefer-dark'" face color-scheme
check 'one is chosen again' same "'Mine'" face gtk-theme
check 'the list is full again' same "[('xkb', 'us'), ('xkb', 'de')]" gsettings get org.gnome.desktop.input-sources sources

wished "  org.gnome.desktop.interface: {clock-format: 24h, cursor-size: large, color-scheme: pink, font-name: {ensure: absent}, nosuch: 1}
  org.gnome.nosuch: {key: 1}"
check_exit 2 'what cannot be is planned' twin plan --output json
check 'as blocked: a locked setting' told '[.blocked["desktop.gnome"][] | select(.key | endswith("clock-format")) | .reason | test("locked")] == [true]'
check 'a word for a number' told '[.blocked["desktop.gnome"][] | select(.key | endswith("cursor-size")) | .reason | test("whole number")] == [true]'
check 'a word that is none of those' told '[.blocked["desktop.gnome"][] | select(.key | endswith("color-scheme")) | .reason | test("prefer-dark")] == [true]'
check 'a setting and a schema that there are not' told '[.blocked["desktop.gnome"][] | select(.key | test("nosuch"))] | length == 2'
check 'and nothing else' told '.actions["desktop.gnome"] // [] | length == 0'

wished '  org.gnome.desktop.interface: {cursor-size: 32}'
check_exit 2 'while there is a bus' twin plan
loginctl disable-linger alice
systemctl stop user@1000.service user-runtime-dir@1000.service
check 'the bus is gone' not there /run/user/1000/bus
check_exit 3 'the plan made with it is stale' twin apply --yes
check_exit 2 'without a bus' twin plan
check 'it is told how to get one' said 'loginctl enable-linger alice'
check_exit 0 'it can be read' twin snapshot
check 'and says what is chosen' grep -q "value: [\"']*48" "$repo/live/desktop.yaml"
loginctl enable-linger alice
systemctl start user@1000.service
check_exit 2 'with a bus again' twin plan
check_exit 0 'it is set' twin apply --yes
check 'as wished' same 32 face cursor-size

# The same document for KDE.
kreadconfig=$(command -v kreadconfig6 || command -v kreadconfig5)
of_kde() { alice "$kreadconfig" --file kdeglobals --group General --key ColorScheme --default none; }
printf 'backend: kde\nsettings:\n  "kdeglobals[General]": {ColorScheme: BreezeDark}\n' | runuser -u alice -- tee "$wishes" >/dev/null
check 'nobody chose a colour scheme' same none of_kde
check_exit 2 'the document turns to KDE' twin plan
check_exit 0 'which sets one' twin apply --yes
check 'as wished' same BreezeDark of_kde
check_exit 0 'then nothing is to be done' twin plan
before=$(head_of)
check_exit 0 'a look after it' twin snapshot
check 'makes no commit' no_commit_since "$before"
check_exit 2 'it can be undone' twin undo
check_exit 0 'which is applied' twin apply --yes
check 'nothing is chosen again' same none of_kde
check 'and what GNOME has stays' same 32 face cursor-size
