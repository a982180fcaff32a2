# A plugin of other people, for a real flatpak: described, checked, trusted, planned, applied and taken back, by alice and as root.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"

repo=/home/alice/twin-sync-device
programs=/home/alice/.local/share/twin/plugins
examples=$checkout/examples/flatpak
twin_of_alice() { alice "$checkout/twin" "$@"; }

# A remote with a runtime and an application in two branches, made as `flatpak build` makes them.
toys=/srv/toys
mkdir -p "$toys"
toy() { # KIND ID BRANCH METADATA
  local folder
  folder=$(mktemp -d)
  mkdir -p "$folder/files" "$folder/usr" "$folder/export"
  printf '%b' "$4" >"$folder/metadata"
  flatpak build-export ${1:+"$1"} --disable-sandbox "$toys/repo" "$folder" "$3" >>"$work/flatpak" 2>&1
}
arch=$(flatpak --default-arch)
toy --runtime org.example.Platform stable "[Runtime]\nname=org.example.Platform\nruntime=org.example.Platform/$arch/stable\n"
for branch in stable beta; do
  toy '' org.example.Toy "$branch" "[Application]\nname=org.example.Toy\nruntime=org.example.Platform/$arch/stable\n"
done
alice flatpak remote-add --user --no-gpg-verify toys "file://$toys/repo"
flatpak remote-add --system --no-gpg-verify toys "file://$toys/repo"
installed_for() { # OPTION: application, branch and origin, one a line
  alice flatpak list "$1" --app --columns=application,branch,origin
}

wish() { # FRAGMENT ENTRY…
  local fragment=$1
  shift
  { echo "$fragment:"; printf '  - %s\n' "$@"; } | alice tee "$repo/state/$fragment.yaml" >/dev/null
}
describe() { alice cp -r "$examples/plugins/$1" "$repo/plugins/"; }

check_exit 0 'alice puts her machine into a repository' twin_of_alice init
check_exit 0 'all plugins of twin itself are on' twin_of_alice plugins list --output json
check 'as its list says' told '[.plugins[] | select(.on | not)] == []'
check_exit 0 'and all that the repository says of them is so' twin_of_alice plugins check

describe packages.flatpak
check_exit 0 'a plugin of other people is on once it is described' twin_of_alice plugins list --output json
check 'as its list says' told '.plugins[] | select(.plugin == "packages.flatpak") | .on and (.builtin | not)'
wish flatpaks '{app: org.example.Toy, origin: toys, branch: stable}'
check_exit 2 'but what it needs is not there, so nothing is planned' twin_of_alice status --only flatpaks
check 'and the reason is told with the folders' said "$programs"
alice mkdir -p -m 0755 "$programs"
alice install -m 0755 "$examples/twin-flatpak" "$programs/twin-flatpak"
check_exit 2 'it is there and was never trusted' twin_of_alice status --only flatpaks
check 'which is told with the remedy' said 'twin plugins trust packages.flatpak'
check_exit 8 'nobody is there to trust it' twin_of_alice plugins trust packages.flatpak
check_exit 0 'alice trusts it' twin_of_alice plugins trust packages.flatpak --yes
check 'her list is hers alone' same '600 alice alice' attributes /home/alice/.config/twin/plugins.yaml
check_exit 0 'it is described with its program' twin_of_alice plugins describe packages.flatpak
check 'and with what a thing has' said 'version (only seen)'

echo 'flatpaks: [{app: org.example.Toy, origin: toys, branch: beta}]' >"$work/toy.yaml"
chmod 0644 "$work/toy.yaml"
check_exit 0 'it keeps all laws of plugins on this machine' twin_of_alice plugins check twin-flatpak \
  --as "$repo/plugins/packages.flatpak" --wish "$work/toy.yaml"
check 'and what was tried is gone again' same '' installed_for --user

check_exit 2 'the plan says what it would do' twin_of_alice plan --only flatpaks
check 'to the flatpak' said 'org.example.Toy'
check_exit 0 'apply does it' twin_of_alice apply --yes
check 'it is installed' grep -P '^org\.example\.Toy\tstable\ttoys$' <(installed_for --user)
check_exit 0 'then all is as it is wished' twin_of_alice status --only flatpaks
check 'what was seen is in live/' grep -q 'org.example.Toy' "$repo/live/flatpaks.yaml"

wish flatpaks '{app: org.example.Toy, origin: toys, branch: beta}'
check_exit 2 'another branch is a change' twin_of_alice plan --only flatpaks
check_exit 0 'which apply makes' twin_of_alice apply --yes
check 'only that one is there' grep -P '^org\.example\.Toy\tbeta\ttoys$' <(installed_for --user)
check_exit 2 'it can be taken back' twin_of_alice undo
check_exit 0 'by apply' twin_of_alice apply --yes
check 'it is what it was' grep -P '^org\.example\.Toy\tstable\ttoys$' <(installed_for --user)
wish flatpaks '{app: org.example.Toy, origin: no-such}'
twin_of_alice plan --only flatpaks >/dev/null 2>&1 || true
check_exit 4 'what flatpak refuses has failed' twin_of_alice apply --yes
check 'with its words' said 'no-such'
wish flatpaks '{app: org.example.Toy, origin: --system}'
check_exit 1 'what its schema does not let through is an error' twin_of_alice plan --only flatpaks
check 'with its place' said 'state/flatpaks.yaml:2'
wish flatpaks '{app: org.example.Toy, ensure: absent}'
check_exit 2 'what is to be absent' twin_of_alice plan --only flatpaks
check_exit 0 'goes' twin_of_alice apply --yes
check 'and is gone' same '' installed_for --user

before=$(machine)
wish flatpaks '{app: org.example.Toy, origin: toys}'
alice chmod g+w "$programs/twin-flatpak"
check_exit 2 'one that her own group may change is hers alone' twin_of_alice status --only flatpaks
chgrp users "$programs/twin-flatpak"
twin_of_alice status --only flatpaks >"$out" 2>"$err" || true
check 'a program that others may change is not started' said 'can be changed by others'
chgrp alice "$programs/twin-flatpak"
alice chmod g-w "$programs/twin-flatpak"
chmod o+w "$programs"
twin_of_alice status --only flatpaks >"$out" 2>"$err" || true
check 'nor one in a folder that others may write to' said 'may put files into'
chmod o-w "$programs"
alice sh -c "echo '# another one' >>'$programs/twin-flatpak'"
twin_of_alice status --only flatpaks >"$out" 2>"$err" || true
check 'another program is off' said 'is not the program that you trusted'
alice install -m 0755 "$examples/twin-flatpak" "$programs/twin-flatpak"
alice sed -i 's/{2,9}/{0,9}/' "$repo/plugins/packages.flatpak/schema.yaml"
twin_of_alice status --only flatpaks >"$out" 2>"$err" || true
check 'and so is one of which the repository says something else' said 'does not say what it said when you trusted'
alice sed -i 's/{0,9}/{2,9}/' "$repo/plugins/packages.flatpak/schema.yaml"
alice sed -i 's/exec:twin-flatpak/exec:..\/twin-flatpak/' "$repo/plugins/packages.flatpak/plugin.yaml"
check_exit 1 'a path is no name of a program' twin_of_alice status --only flatpaks
check 'and told with its place' said 'plugins/packages.flatpak/plugin.yaml:7:13'
alice cp "$examples/plugins/packages.flatpak/plugin.yaml" "$repo/plugins/packages.flatpak/"
check 'of all this nothing changed' same "$before" machine

# The same program for the whole machine: only root can put it there, and root starts it.
describe packages.flatpak_system
wish system_flatpaks '{app: org.example.Toy, origin: toys, branch: stable}'
check_exit 1 'what needs root does not count in the folder of alice' twin_of_alice plugins trust packages.flatpak_system --yes
check 'which is told with the folder that does' said '/usr/local/lib/twin/plugins'
install -d -m 0755 /usr/local/lib/twin /usr/local/lib/twin/plugins
install -m 0755 "$examples/twin-flatpak" /usr/local/lib/twin/plugins/twin-flatpak
check_exit 0 'root has put it where it counts' twin_of_alice plugins trust packages.flatpak_system --yes
check_exit 2 'alice plans with it' twin_of_alice plan --only system_flatpaks
check_exit 1 'and cannot do it herself' twin_of_alice apply --yes --no-sudo
check 'as it says' said 'needs root'
check_exit 0 'root does it' twin_of_alice apply --yes
check 'it is there for everybody' grep -P '^org\.example\.Toy\tstable\ttoys$' <(installed_for --system)
check 'and not for her alone' same '' installed_for --user
check_exit 0 'then all is as it is wished' twin_of_alice status --only system_flatpaks
check 'no program is left running' not pgrep -f twin/plugins/twin-flatpak
check_exit 2 'it can be taken back' twin_of_alice undo
check_exit 0 'by root' twin_of_alice apply --yes
check 'and is gone' same '' installed_for --system

java=$(readlink -f "$JAVA_HOME/bin/java")
digest=$(sha256sum /usr/local/lib/twin/plugins/twin-flatpak | cut -d' ' -f1)
schema=$(python3 -c 'import json; print(json.dumps({"type": "object", "additionalProperties": False, "properties": {"x": {"type": "array",
  "items": {"type": "object", "additionalProperties": False, "x-key": "app", "properties": {"app": {"type": "string", "pattern": "^.*$"},
  "ensure": {"enum": ["present", "absent"]}}}}}}))')
# tell DIGEST ACTION: what root's side makes of a stranger
tell() {
  printf '%s\n' "{\"ask\":\"hello\",\"protocol\":1,\"repository\":\"/nowhere\",\"programs\":[{\"plugin\":\"packages.flatpak_system\",\"program\":\"twin-flatpak\",\"digest\":\"sha256:$1\",\"schema\":$schema}]}" \
    "{\"ask\":\"apply\",\"plugin\":\"packages.flatpak_system\",\"actions\":[$2]}" |
    "$java" -jar "$checkout/adapters-cli/target/app/twin.jar" worker
}
check_exit 0 'root is told of another program' tell "${digest//[0-9]/0}" '{"op":"remove","app":"org.example.Toy"}'
check 'and does not start it' said 'is not the program that was trusted'
check_exit 0 'root is told what no schema of the example lets through' tell "$digest" '{"op":"remove","app":"--all"}'
check 'and hands nothing on' said 'cannot be the app of a thing'
