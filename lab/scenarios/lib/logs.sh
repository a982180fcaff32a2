# How the scenarios make messages, and how they count them without twin.
# shellcheck shell=bash disable=SC2154,SC2016 # checks.sh sets what is used here; jq's and perl's own $

cat >"$work/wrong-word" <<'END'
#!/bin/sh
echo wrong
END
chmod 0755 "$work/wrong-word"

# knock NAME: one wrong password at the SSH server
knock() {
  SSH_ASKPASS=$work/wrong-word SSH_ASKPASS_REQUIRE=force timeout 60 ssh -l "$1" -o PreferredAuthentications=password \
    -o PubkeyAuthentication=no -o NumberOfPasswordPrompts=1 -o StrictHostKeyChecking=no \
    -o UserKnownHostsFile=/dev/null 127.0.0.1 true
}

# as USER SCRIPT
as() { runuser -u "$1" -- env -C / sh -c "$2"; }

# get PATH: ask the web server for it
get() {
  exec 3<>/dev/tcp/127.0.0.1/8081
  printf 'GET %s HTTP/1.0\r\n\r\n' "$1" >&3
  cat <&3 >/dev/null
  exec 3>&-
}

# write_toy NUMBER: so many errors into a log of our own
write_toy() {
  for ((line = 0; line < $1; line++)); do
    echo "$(date -u +%Y-%m-%dT%H:%M:%S.%6N+00:00) twin-lab toy[7]: toy copy failed" >>/var/log/toy.log
  done
}

# Until what was sent has arrived in the journal, and in syslog from there.
settle() {
  local word=settled-$RANDOM$RANDOM
  logger -t settle "$word"
  journalctl --sync
  so_that grep "$word" /var/log/syslog
}

# rotate NAME: now, whatever is due; and until rsyslog writes to the new file
rotate() {
  logrotate -f "/etc/logrotate.d/$1"
  until [[ $1 != rsyslog || -e /var/log/syslog ]]; do
    logger -t settle rotated
    sleep 0.1
  done
}

# elsewhere COMMAND…: where there are no logs, and no tool to ask for them
elsewhere() {
  unshare --mount -- bash -c '
    for folder in /var/log /run/log /run/systemd; do mount -t tmpfs none "$folder"; done
    for tool in journalctl systemctl; do mount --bind /bin/false "/usr/bin/$tool"; done
    exec "$@"' elsewhere "$@"
}

# ---- what twin says ----

# look: ask twin about the newest snapshot, once for all that follows
look() {
  "$checkout/twin" logs --repo "$repo" --output json >"$work/logs.json"
  "$checkout/twin" logs auth --repo "$repo" --output json >"$work/auth.json"
  "$checkout/twin" logs errors --repo "$repo" --output json >"$work/errors.json"
}

jq_logs() { jq -r "$@" "$work/logs.json"; }

# refused LOG: times, service, user and origin
refused() {
  jq -r --arg log "$1" '.sources[] | select(.name == $log) | .groups[]
    | "\(.counts.since_boot) \(.service) \(.user) \(.from)"' "$work/auth.json" | sort
}

# number LOG errors|warnings: since boot
number() { jq_logs --arg log "$1" --arg what "$2" '.sources[] | select(.name == $log) | .[$what].since_boot'; }

levels() { jq_logs --arg log "$1" '.sources[] | select(.name == $log) | .levels | to_entries[] | "\(.value) \(.key)"' | sort; }

failed_units() { jq_logs --arg log "$1" '.sources[] | select(.name == $log) | .failed_units[]'; }

# The logs of which something is missing.
gaps() { jq_logs '.sources[] | select(.gaps | length > 0) | .name' | sort; }

gaps_have_times() { jq_logs -e '[.sources[].gaps[]] | length > 0 and all(.from and .to and .from <= .to)'; }

# times_of ERROR…: how often each was seen, as far as twin remembers
times_of() {
  local error
  for error in "$@"; do
    jq --arg error "$error" '[.errors[] | select(.text | contains($error)) | .count] | add' "$work/errors.json"
  done
}

# What helps somebody who may not read a log.
remedy() {
  jq_logs --arg log "$1" '.sources[] | select(.name == $log) | .unavailable' |
    sed -n 's/.*add the user to the \(.*\), then log in again$/\1/p'
}

told_text() { grep -F -- "$1" "$out"; }

# ---- and what others say ----

# How far twin has read: a time in microseconds, a place in bytes.
journal_end() { echo $((16#$(sed -n 's/^  systemd_journal: .*;t=\([0-9a-f]*\).*/\1/p' "$repo/logs/current/index.yaml"))); }
log_end() { sed -n "s|^  files:$1: 1 [0-9a-f]* \([0-9]*\) .*|\1|p" "$repo/logs/current/index.yaml"; }

# in_journal CONDITION END: how many messages of this boot have a priority of which that is true
in_journal() {
  journalctl -b -q -o json | jq --argjson until "$2" \
    'select((.__REALTIME_TIMESTAMP | tonumber) <= $until and (.PRIORITY // "6" | tonumber) '"$1"') | 1' | wc -l
}

refused_in_journal() {
  journalctl -b -q --all -o json | jq -r --argjson until "$1" '
    def line($by; $from; $times): [$by, if test("^[a-z_][a-z0-9_.-]{0,31}$") then . else "(not shown)" end, $from, $times];
    select((.__REALTIME_TIMESTAMP | tonumber) <= $until and (.MESSAGE | type) == "string")
    | (.SYSLOG_IDENTIFIER | if . == "sshd-session" then "sshd" else . end) as $by # which is what speaks since Debian 13
    | if $by == "sshd" and (._SYSTEMD_UNIT == "ssh.service" or (._SYSTEMD_UNIT | not) and ._UID == "0") then
        .MESSAGE | capture("^Failed password for (invalid user )?(?<user>.*) from (?<from>[0-9a-f.:]+) port [0-9]+ ssh2$")
        | .from as $from | .user | line($by; $from; 1)
      elif $by == "sudo" then
        .MESSAGE | capture("^ *(?<user>[^ ]+) : (user NOT in sudoers|(?<times>[0-9]+) incorrect password attempts?) ;")
        | (.times // "1") as $times | .user | line($by; "local"; $times)
      elif $by == "su" then
        .MESSAGE | capture("^FAILED SU \\(to (?<user>[^)]+)\\)") | .user | line($by; "local"; 1)
      else empty end | @tsv' | together
}

refused_in_auth_log() {
  head -c "$1" /var/log/auth.log | perl -ne '
    s/^\S+ \S+ (sshd|sudo|su)(?:-session)?(?:\[\d+\])?: // or next;
    my ($by, $user, $from, $times) = ($1, undef, "local", 1);
    if ($by eq "sshd" && /^Failed password for (?:invalid user )?(.*) from ([0-9a-f.:]+) port \d+ ssh2$/) { ($user, $from) = ($1, $2) }
    if ($by eq "sudo" && /^ *(\S+) : user NOT in sudoers ;/) { $user = $1 }
    if ($by eq "sudo" && /^ *(\S+) : (\d+) incorrect password attempts? ;/) { ($user, $times) = ($1, $2) }
    if ($by eq "su" && /^FAILED SU \(to ([^)]+)\)/) { $user = $1 }
    next unless defined $user;
    $user = "(not shown)" unless $user =~ /^[a-z_][a-z0-9_.-]{0,31}$/;
    print join("\t", $by, $user, $from, $times), "\n"' | together
}

together() { awk -F'\t' '{ n[$1 " " $2 " " $3] += $4 } END { for (who in n) print n[who], who }' | sort; }

# by_words errors|warnings PATH END: the messages of a log of syslog that say so, by the rule that SeverityByWords states
by_words() {
  head -c "$3" "$2" | perl -sne '
    BEGIN { $word = qr/panic|emerg(?:ency)?|fatal|critical|errors?|fail(?:s|ed|ures?)?|segfault|denied|warn(?:ings?)?/i }
    s/^\S+ \S+ (?:[^\s:\[\]]+(?:\[\d+\])?: )?//;
    my $grave = 0;
    if (/(?:^|\s)level="?(panic|fatal|critical|emerg|error|warn|notice|info|debug|trace)|^<(error|warn|info|debug|trace)>/i) {
      $_ = lc($1 // $2);
      $grave = /^w/ ? 1 : /^[pfce]/ ? 2 : 0;
    } else {
      s/(?<![\w.\/-])(?:no|not|0|zero|without(?: any)?)(?: $word){1,3}(?![\w\/-]|\.\w)/ /gi;
      while (/(?<![\w.\/-])($word)(?![\w\/-]|\.\w)(?!"?\s{0,2}[:=]\s{0,2}(?:(?:0|none|nil|null|false)(?![\w.])|""))/g) {
        my $here = lc($1) =~ /^warn/ ? 1 : 2;
        $grave = $here if $here > $grave;
      }
    }
    $n{(qw(others warnings errors))[$grave]}++;
    END { print $n{$which} // 0, "\n" }' -- "-which=$1"
}

nginx_levels() { awk '{ gsub(/[][]/, "", $3); n[$3]++ } END { for (level in n) print n[level], level }' /var/log/nginx/error.log | sort; }
