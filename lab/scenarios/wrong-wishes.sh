# What cannot be read is said with its place, and nothing is touched.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

twin init >/dev/null
before=$(machine)
cp -a "$repo/state" "$work/state"

# wrong NAME FRAGMENT PLACE WORDS: with stdin as its document, the fragment is refused at that place with these words
wrong() {
  cat >"$repo/state/$2.yaml"
  check_exit 1 "$1 is refused" twin plan
  check '  with file, line and column' said "state/$2.yaml:$3"
  check '  and in words' said "$4"
  cp -a "$work/state/$2.yaml" "$repo/state/$2.yaml"
}

wrong 'broken YAML' packages 3:15 '' <<'YAML'
packages:
  - {name: git}
  - {name: [jq}
YAML
wrong 'an unknown key' packages 3:16 ensure <<'YAML'
packages:
  - {name: git}
  - {name: jq, ensuer: present}
YAML
wrong 'an entry that is there twice' packages 4: git <<'YAML'
packages:
  - {name: git}
  - {name: jq}
  - {name: git}
YAML
wrong 'a package name that apt would take for a removal' packages 2:12 'cron-' <<'YAML'
packages:
  - {name: cron-}
YAML
wrong 'an option for a package name' packages 2:12 '' <<'YAML'
packages:
  - {name: --purge}
YAML
wrong 'content from outside of the repository' files 3:16 '..' <<'YAML'
files:
  - path: /etc/toy.conf
    twin_path: filesystem/../../../etc/shadow
YAML
wrong 'a path with a way up' files 2:11 '..' <<'YAML'
files:
  - path: /etc/../root/x
    twin_path: filesystem/etc/x
YAML
wrong 'a cron command of two lines' cron 5:14 '' <<'YAML'
entries:
  - id: hello
    user: alice
    schedule: "0 3 * * *"
    command: "echo\n* * * * * root reboot"
YAML
wrong 'a schedule that is none' cron 4:15 '' <<'YAML'
entries:
  - id: hello
    user: alice
    schedule: every day
    command: echo
YAML
wrong 'a unit name with a way out' services 2:12 '' <<'YAML'
services:
  - {name: ../cron.service, enabled: false}
YAML
wrong 'a mode that is none' files 4:11 '' <<'YAML'
files:
  - path: /etc/toy.conf
    twin_path: filesystem/etc/toy.conf
    mode: "999"
YAML
wrong 'an anchor' packages 2: '' <<'YAML'
packages:
  - &a {name: git}
  - *a
YAML
echo 'packages: {name: git}' >"$repo/state/packages.yaml"
check_exit 1 'config validate sees such a thing without looking at the machine' twin config validate
check '  with file, line and column' said state/packages.yaml:1:11
check_exit 1 'status refuses likewise' twin status
check_exit 1 'and snapshot' twin snapshot
check_exit 1 'and apply' twin apply --yes
cp -a "$work/state/packages.yaml" "$repo/state/packages.yaml"
check_exit 0 'after all this, the wish that was' twin status
check 'the machine is as it was' same "$before" machine
