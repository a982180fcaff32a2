# The root side of twin is spoken to by hand: what it does, what nobody gets it to do, and how it ends.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"

java=$(readlink -f "$JAVA_HOME/bin/java")
cleared=(/usr/bin/env -i '--ignore-signal=INT,HUP,QUIT' LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin)
worker=("$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+DisplayVMOutputToStderr
  --enable-native-access=ALL-UNNAMED -jar "$checkout/adapters-cli/target/app/twin.jar" worker)
hello='{"ask":"hello","protocol":1,"repository":"/home/alice/twin-sync-device"}'

# tell LINE…: alice starts it with sudo, as twin does for her, from an environment that would mislead it, and says this
tell() {
  printf '%s\n' "$hello" "$@" | alice "PATH=/home/alice/bin:$PATH" JAVA_TOOL_OPTIONS=-XX:Nonsense LD_PRELOAD=/nonsense.so \
    TWIN_REPO=/nonsense sudo -- "${cleared[@]}" "${worker[@]}"
}
apply() { echo "{\"ask\":\"apply\",\"plugin\":\"$1\",\"actions\":[$2]}"; }
digest_of() { printf %s "$1" | sha256sum | sed 's/ .*//; s/^/sha256:/'; }
hand() { echo "{\"ask\":\"hand\",\"digest\":\"$(digest_of "$1")\",\"from\":0,\"base64\":\"$(printf %s "$1" | base64 -w0)\",\"last\":true}"; }
write() { # PATH CONTENT
  echo "{\"op\":\"write\",\"path\":\"$1\",\"twin_path\":\"filesystem/x\",\"digest\":\"$(digest_of "$2")\",\"mode\":\"0644\",\"owner\":\"root\",\"group\":\"root\"}"
}
answer() { jq -rse 'map(select(.say != "at" and .say != "said")) | last' "$out"; }
answered() { # SAY WORDS
  answer | jq -e --arg say "$1" --arg words "$2" '.say == $say and ((.reason // "") | contains($words))' || { cat "$out"; return 1; }
}
workers() { pgrep -f 'twin.jar worker$'; }
gone() { # within 60 s
  for _ in {1..600}; do workers >/dev/null || return 0; sleep 0.1; done
  workers && return 1
}

# shellcheck disable=SC2016 # expanded by the shell that it is written for
runuser -u alice -- bash -c 'mkdir -p ~/bin && for name in dpkg dpkg-query apt-get apt-mark apt-cache crontab systemctl; do
  printf "#!/bin/sh\ntouch /tmp/misled\n" >~/bin/$name; chmod +x ~/bin/$name; done'

check_exit 0 'it looks, and ends at the end of input' tell \
  '{"ask":"observe","plugin":"packages.debian","scope":{"of":"only","keys":["bash"]}}'
check 'it greets first' bash -c "head -n 1 '$out' | jq -e '.say == \"greeting\" and .protocol == 1'"
check 'it sees' bash -c "jq -se 'last.observation.packages[0].guard == \"essential\"' '$out'"
check 'nothing but answers reached standard output' jq -se 'all(has("say"))' "$out"
check 'nothing of the environment had an effect' not test -e /tmp/misled
check 'no process is left' gone
check 'nor the folder for content' not test -e /var/lib/twin/worker
check 'nobody else may open its lock' same '600 root root' attributes /run/twin-worker.lock

check_exit 0 'it writes a file whose content was handed over' tell "$(hand content)" \
  "$(apply files.mirror "$(write /etc/toy-worker.conf content)")"
check 'and says so' answered ran ''
check 'it is there' cmp <(printf content) /etc/toy-worker.conf
check 'and root has it' same '644 root root' attributes /etc/toy-worker.conf
check_exit 0 'it changes a crontab' tell \
  "$(apply cron.user '{"op":"add","entry":"w","user":"alice","schedule":"@daily","command":"/bin/true w"}')"
check 'which is there' grep -qxF '@daily /bin/true w' <(crontab -l -u alice)

before=$(machine)
# resists PLUGIN ACTION SAY WORDS [LINE]: the answer is so
resists() {
  check_exit 0 "it is told: $2" tell ${5:+"$5"} "$(apply "$1" "$2")"
  check "  and does not: $4" answered "$3" "$4"
}
resists packages.debian '{"op":"remove","name":"bash"}' refused 'twin never does'
resists packages.debian '{"op":"remove","name":"bash:amd64"}' refused 'write bash'
resists packages.debian '{"op":"remove","name":"systemd-sysv"}' refused ''
resists packages.debian '{"op":"remove","name":"login"}' refused ''
# which Debian protects no more from 13 on
! grep -qx 'VERSION_CODENAME=bookworm' /etc/os-release || resists packages.debian '{"op":"remove","name":"e2fsprogs"}' refused ''
resists packages.debian '{"op":"install","name":"tzdata-"}' fault 'not a package name'
resists packages.debian '{"op":"install","name":"-oDir::Bin::Methods=/tmp"}' fault 'not a package name'
resists services.systemd '{"op":"stop","name":"dbus.service"}' refused 'must not lose dbus.service'
resists services.systemd '{"op":"mask","name":"dbus-org.freedesktop.login1.service"}' refused 'another name of systemd-logind'
resists services.systemd '{"op":"enable","name":"/tmp/x.service"}' fault 'not the full name of a unit'
resists cron.user '{"op":"add","entry":"e","user":"root","schedule":"@daily","command":"x\n* * * * * evil"}' fault 'line break'
resists services.timers '{"op":"change","name":"fstrim.timer","schedule":["daily\nUnit=evil.service"]}' fault 'not a time by the calendar'
resists services.timers '{"op":"remove","name":"../fstrim.timer","form":"unit"}' fault 'not the full name of a timer'
resists files.mirror '{"op":"delete","path":"/etc/passwd"}' refused 'nobody could log in'
resists files.mirror '{"op":"link","path":"/etc/group","target":"/dev/null"}' refused 'nobody could log in'
resists files.mirror '{"op":"delete","path":"/etc/shadow"}' refused 'secrets are kept'
resists files.mirror "$(write /etc/shadow evil)" refused 'secrets are kept' "$(hand evil)"
resists files.mirror "$(write /home/alice/twin-sync-device/x evil)" refused 'own repository' "$(hand evil)"
resists files.mirror "$(write /home/alice/x evil)" refused 'alice' "$(hand evil)"
resists files.mirror "$(write /etc/toy-worker.conf other)" refused 'not handed over' "$(hand evil)"
resists files.mirror "$(write /etc/x evil | sed 's,filesystem/x,filesystem/../x,')" fault 'wished content' "$(hand evil)"
resists cron.user '{"op":"stop","name":"cron.service"}' fault ''
resists no.such '{"op":"stop","name":"cron.service"}' fault 'no plugin of this name'
check 'of all this nothing changed' same "$before" machine

check_exit 8 'for an ordinary user it does nothing' alice "$checkout/twin" worker
check 'and says what to do instead' said 'twin apply'
check 'but not on standard output' test ! -s "$out"

# A client that is killed while a package is installed, which takes 20 seconds.
mkfifo -m 0666 "$work/requests"
tell_from_fifo() { alice sudo -- "${cleared[@]}" "${worker[@]}" <"$work/requests" >"$work/answers"; }
tell_from_fifo &
sleep infinity >"$work/requests" &
client=$!
printf '%s\n' "$hello" "$(apply packages.debian '{"op":"install","name":"twin-toy-slow"}')" >"$work/requests"
for _ in {1..300}; do grep -q '"percent":' "$work/answers" && break; sleep 0.1; done
check 'no signal of a terminal reaches it' bash -c "grep '^SigIgn:.*[37bf]\$' /proc/\$(pgrep -fx '$java .*jar worker')/status"
check 'a package is on its way' grep -q '"percent":' "$work/answers"
kill -9 "$client"
check_exit 8 'while it finishes that for a client that was killed, a second one is turned away' tell
check 'and says who is at work' bash -c "jq -e '.say == \"busy\" and (.holder | startswith(\"root (process \"))' '$out'"
check 'it ends by itself' gone
check 'and has finished first' installed twin-toy-slow
check_exit 0 'then the next one is served' tell
