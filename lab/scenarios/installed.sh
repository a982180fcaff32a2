# machine: without a JDK
# The Debian package on a machine that has neither a JDK nor Maven: root and an ordinary user work with it, shells and man know it,
# it can be installed over itself, and when it is purged nothing is left. Then the archive, unpacked by a user.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"
built=$checkout/packaging/target
twin() { /usr/bin/twin "$@"; }
cache=/usr/lib/twin/app/twin.aot

# What the package must leave as it was. Folders that dpkg, systemd and man write to by themselves are not looked at.
filled() { find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp -o -path "$work" -o -path "$checkout" \
  -o -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/cache -o -path /var/log -o -path /var/lib/systemd \
  -o -path /var/tmp -o -path /root -o -path /home/alice \) -prune -o -printf '%p %y %m %u\n' | sort; }
left() { find / -xdev \( -path /proc -o -path /sys -o -path "$checkout" -o -path "$work" -o -path /var/lib/dpkg -o -path /var/log \
  -o -path /var/cache/man -o -path /root -o -path /home/alice \) -prune -o -iname '*twin*' ! -iname '*twin-toy*' -print; }
packages() { dpkg --audit && dpkg --verify twin; }
before=$(filled)
left_before=$(left)
check 'there is no Java on this machine' not command -v java
check 'and no Maven' not command -v mvn

export JAVA_TOOL_OPTIONS=-Dnonsense # of somebody else's Java
check_exit 0 'the package installs' dpkg -i "$built"/twin_*.deb
check 'all of it is as it was built' packages
check 'its postinst made a cache' test -s "$cache"
check 'that root alone can write to' same '644 root root' attributes "$cache"
check 'it left nothing in /tmp' same '' find /tmp -name 'twin*'
check 'nothing that runs came with it' same '' systemctl list-unit-files --no-legend 'twin*'
check_exit 0 'twin starts' twin --version
check 'and says nothing else' same '' cat "$err"
uses_cache() { # what is mapped into a twin that waits for a word
  local maps='' pid
  coproc /usr/bin/twin worker
  pid=$COPROC_PID
  for _ in {1..100}; do
    maps=$(cat "/proc/$pid/maps" 2>/dev/null)
    [[ $maps != *twin.aot* ]] || break
    sleep 0.05
  done
  kill "$pid"
  wait "$pid" # or the next one takes it for its own
  grep -F "$cache" <<<"$maps"
}
check 'from the cache' uses_cache
touch -d @0 "$cache" # the jar keeps its time: with another one Java itself may refuse the cache
check 'but not from one that is older than twin, which Java would not notice' not uses_cache
touch "$cache"
check 'and from one that is not' uses_cache
check 'with its own Java and no other' lacks -rE '/opt/jdk|/usr/lib/jvm' /usr/bin/twin /usr/lib/twin/app/java.options

check_exit 0 'root puts the machine into a repository' twin init
check_exit 0 'status says in sync' twin status
check_exit 0 'doctor finds no fault' twin doctor
for word in 32 119 334 782 907 922 1113 1173; do # their ids begin with 17, and are counted as one in 256
  printf %s "$word" | git -C "$repo" hash-object -w --stdin >/dev/null
done
packs() { find "$repo/.git/objects/pack" -name '*.pack' | wc -l; }
touch -d '2 days ago' "$repo/.git/twin-packed"
check_exit 0 'the next snapshot, of much history,' twin snapshot
check 'packs it' same 1 packs
check 'which is sound' git -C "$repo" fsck --full --strict
forget packages 'name: twin'
sed -i 's/^packages:$/&\n  - {name: twin-toy}\n  - {name: twin, ensure: absent}/' "$repo/state/packages.yaml"
check_exit 2 'a plan' twin plan
check 'never takes away the twin that makes it' said 'the Java that twin runs on'
check_exit 0 'is applied by root' twin apply --yes
check 'and did it' installed twin-toy
check 'and nothing else' installed twin

as_alice() { alice "$@"; }
check_exit 0 'a user has a repository of her own' as_alice twin init
repo=/home/alice/twin-sync-device forget packages 'name: twin-toy'
alice sed -i 's/^packages:$/&\n  - {name: twin-toy, ensure: absent}/' /home/alice/twin-sync-device/state/packages.yaml
check_exit 2 'plans' as_alice twin plan
check_exit 0 'and applies with sudo' as_alice twin apply --yes
check 'by a root side that did it' not installed twin-toy
check_exit 0 'upgrade says how, to her too' as_alice twin upgrade --output json
check 'as it was installed' told '.installed_as == "deb" and (.steps | length == 2)'

# ---- shells and pages ----
offered() { # WORD… as bash-completion finds and loads it
  bash -c '. /usr/share/bash-completion/bash_completion; _completion_loader twin; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _twin; printf "%s\n" "${COMPREPLY[@]}"' bash "$@"
}
check 'bash loads the completion by itself' same apply offered twin appl
check 'and offers options' same --rollback offered twin apply --rollb
shown() { MANPAGER=cat man twin-apply | grep -F -- '--allow-destructive'; }
check 'man shows a page' shown
known() { mandb -q && apropos -e twin-apply && whatis twin; }
check 'and knows what it is about' known
every_page() { # each command that the help names
  local command
  for command in $(twin --help | sed -n '/^Commands:/,$s/^  \([a-z-]*\).*/\1/p'); do man -w "twin-$command" || return 1; done
}
check 'every command has one' every_page
check 'licences of all that is bundled stand in the copyright file' grep -q '^ org.eclipse.jgit' /usr/share/doc/twin/copyright

# ---- over itself, and away ----
old=$(stat -c %i "$cache")
check_exit 0 'it installs over itself' dpkg -i "$built"/twin_*.deb
anew() { [[ -s $cache && $(stat -c %i "$cache") != "$old" ]]; }
check 'with a new cache' anew
check_exit 0 'repositories are as they were' twin history
check_exit 0 'a timer' twin schedule install --delay 0
check 'that starts the package' grep -F /usr/lib/twin/runtime/bin/java /etc/systemd/system/twin-schedule.service
check_exit 0 'it can be removed' dpkg -r twin
check 'the timer goes with it' not test -e /etc/systemd/system/twin-schedule.timer
check 'what undo needs stays' test -d /var/lib/twin
check_exit 0 'it can be installed again' dpkg -i "$built"/twin_*.deb
check_exit 0 'and undo knows what was before the apply' twin undo
check 'which it is again' said 'what it was before'
check_exit 0 'and purged' dpkg -P twin
unset JAVA_TOOL_OPTIONS
apt-get -qq -y remove twin-toy >/dev/null 2>&1 || true
check 'nothing is left but repositories, and what users have at home' same "$before" filled
check 'under no name' same "$left_before" left
check 'dpkg knows it no more' not dpkg-query -s twin

# ---- where no cache can be made ----
check_exit 0 'a machine on which no cache can be made gets a twin all the same' \
  bash -c 'ulimit -v 400000; dpkg -i "$1"' bash "$built"/twin_*.deb
check 'is told' said 'starts slower'
check 'and has none' not test -e "$cache"
check_exit 0 'that starts' twin --version
check_exit 0 'it is purged' dpkg -P twin

# ---- the archive ----
unpacked() { alice tar -xzf "$built"/twin-*-linux-*.tar.gz -C /home/alice; }
check 'a user unpacks the archive' unpacked
there=$(echo /home/alice/twin-*/bin/twin)
check_exit 0 'it starts at once' alice "$there" --version
cached() { alice "$(dirname "$there")/../lib/twin/runtime/bin/java" -Xlog:aot "@${there%/bin/twin}/lib/twin/app/java.options" -Xlog:aot,class+path=info -XX:AOTMode=on \
  "-XX:AOTCache=${there%/bin/twin}/lib/twin/app/twin.aot" -jar "${there%/bin/twin}/lib/twin/app/twin.jar" --version; }
check 'from the cache that came along' cached
check_exit 2 'shows that her machine is without the package that she wished for' alice "$there" status
check_exit 0 'and says how to upgrade' alice "$there" upgrade --output json
check 'from its place' told --arg place "${there%/bin/twin}" '.installed_as == "archive" and (.steps | last | endswith($place))'
in_no_folder() { mkdir /var/tmp/gone && cd /var/tmp/gone && rmdir /var/tmp/gone && "$there" --version; }
check_exit 1 'in a folder that is gone it does not start' in_no_folder
check 'and says why in a sentence' said 'is not there any more; go to another one'
cd /
check 'a link to it on the path works too' alice bash -c "ln -s '$there' /home/alice/twin && /home/alice/twin --version"
