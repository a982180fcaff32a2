# What the logs of a machine say is counted as it was, whoever writes into them, and it is shown without the machine.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/logs.sh"

twin init >/dev/null

# Somebody wants to come in.
useradd -m mallory
useradd -m bob
echo 'bob ALL=(ALL) ALL' >/etc/sudoers.d/bob
for name in root root alice nobodyhere 'root from 1.2.3.4 port 22 ssh2'; do
  check_exit 255 "the SSH server refuses \"$name\"" knock "$name"
done
check_exit 1 'sudo refuses a stranger' as mallory 'echo wrong | sudo -S -k true'
check_exit 1 'and three wrong passwords of somebody it knows' as bob 'printf "a\nb\nc\n" | sudo -S -k true'
check_exit 1 'su refuses too' as mallory 'echo wrong | su root -c true'

# The web server has troubles of its own.
mkdir -p /srv/www/closed /srv/www/limited
echo page | tee /srv/www/closed/page >/srv/www/limited/page
chmod 0700 /srv/www/closed
cat >/etc/nginx/conf.d/toy.conf <<'END'
limit_req_zone toy zone=toy:1m rate=1r/m;
error_log /var/log/nginx/error.log warn;
server {
  listen 127.0.0.1:8081;
  root /srv/www;
  location / { try_files $uri =404; }
  location /plain/ { }
  location /limited/ { limit_req zone=toy; limit_req_log_level warn; try_files $uri =500; }
}
END
nginx -qt
systemctl restart nginx
for page in /closed/page /plain/none /plain/none-again /limited/page /limited/page /none; do get "$page"; done

# And all kinds of things write messages.
printf 'toy bytes \xff\xfe\x01 failed\n' | logger -t toy
{ printf 'toy long error '; head -c 6000 /dev/zero | tr '\0' x; echo ' end of toy long'; } | logger -t toy -p user.err --size 8192
printf 'MESSAGE=toy of two\nMESSAGE=messages\nPRIORITY=3\nSYSLOG_IDENTIFIER=toy\n' | logger --journald
logger -t toy -p user.warning 'no error: 0 failed, fail2ban, error.log'
logger -t toy -p user.warning 'toy warning'
systemctl start toy-fail.service
so_that systemctl is-failed --quiet toy-fail.service
logger -t toyjournal -p user.err 'says this gravely'
logger -t toylast 'this is the newest message'
settle

check_exit 0 'snapshot captures the logs' twin snapshot
look
check 'and all of it is committed' clean
check 'the journal counts the refused logins that jq counts' same "$(refused_in_journal "$(journal_end)")" refused journal
check 'auth.log those that perl counts' same "$(refused_in_auth_log "$(log_end /var/log/auth.log)")" refused authlog
check 'they are those that were made' same "$(cat <<'END'
1 sshd (not shown) 127.0.0.1
1 sshd alice 127.0.0.1
1 sshd nobodyhere 127.0.0.1
1 su root local
1 sudo mallory local
2 sshd root 127.0.0.1
3 sudo bob local
END
)" refused authlog
check 'errors of the journal are those that jq counts' same "$(in_journal '<= 3' "$(journal_end)")" number journal errors
check 'so are its warnings' same "$(in_journal '== 4' "$(journal_end)")" number journal warnings
for log in syslog auth.log; do
  for level in errors warnings; do
    check "$level of $log are those that perl counts" \
      same "$(by_words "$level" "/var/log/$log" "$(log_end "/var/log/$log")")" number "${log/./}" "$level"
  done
done
check 'the levels of nginx are those that awk counts' same "$(nginx_levels)" levels nginx_error
check 'which are of several kinds' same "$(printf '1 crit\n1 warn\n2 error')" nginx_levels
check 'the failed unit is named' same toy-fail.service failed_units journal
check 'the journal has more than is kept of it' test "$(journalctl -b -q | wc -l)" -gt 250
check 'and its newest messages are what is kept' grep -q 'toylast.*this is the newest message' \
  "$repo/logs/current/systemd/journal_tail.txt"
check 'no text has more lines than are wished' same '' awk 'FNR == 201 { print FILENAME }' "$repo"/logs/current/files/*.txt
check 'no byte of a text works on a terminal' lacks -lP '[\x00-\x08\x0b-\x1f\x7f]' "$repo"/logs/current/*/*.txt
check 'of a long line there is the beginning' grep -q 'toy long error xxx' "$repo/logs/current/systemd/journal_tail.txt"
check 'and not the end' lacks -rq 'end of toy long' "$repo/logs/current"
check 'the index alone is in Git' same logs/current/index.yaml git -C "$repo" ls-files logs

# It is looked at.
# twin_elsewhere COMMAND…: on a copy of the repository, where there is nothing of the machine
twin_elsewhere() { elsewhere "$checkout/twin" "$@" --repo "$work/copy"; }
cp -a "$repo" "$work/copy"

# everywhere CODE COMMAND…: twin says so here, and there the same
everywhere() {
  check_exit "$1" "twin ${*:2}" twin "${@:2}"
  cp "$out" "$work/here"
  check_exit "$1" '  and of a copy' twin_elsewhere "${@:2}"
  check '  says the same' cmp "$work/here" "$out"
}
everywhere 0 logs auth
check '  with the name that cannot be a forgery' told_text '(not shown)'
check '  and no address that somebody made up' lacks -F 1.2.3.4 "$out"
everywhere 0 logs show journal --grep gravely
check '  which finds one line' same 1 grep -c . "$out"
everywhere 0 logs --grep 'toy warning' --output json
check '  which names file and line' told '.lines | length > 0 and all(.file and .line and (.text | contains("toy warning")))'
check_exit 0 'twin logs errors' twin_elsewhere logs errors
check '  with the error of the journal' told_text 'says this gravely'
check_exit 0 'twin logs units' twin_elsewhere logs units
check '  with the unit that failed' told_text toy-fail.service
check_exit 0 'twin logs new' twin_elsewhere logs new
check '  with an error that was not there at init' told_text 'says this gravely'
check_exit 0 'twin logs show syslog -n 5' twin_elsewhere logs show syslog -n 5
check '  which are five' same 5 grep -c . "$out"
check_exit 1 'twin logs --grep that finds nothing' twin_elsewhere logs --grep there-is-no-such-thing
check_exit 1 'twin logs show --grep that finds nothing' twin_elsewhere logs show journal --grep there-is-no-such-thing
check_exit 1 'twin logs show of a log that is none' twin_elsewhere logs show syslgo
check '  with what is meant perhaps' said 'syslog'
check_exit 0 'twin logs' twin logs
check '  names each log' bash -c "for log in syslog authlog nginx_error journal; do grep -q \"^  \$log \" '$out' || exit 1; done"
check_exit 64 'twin logs --since without --grep is wrong usage' twin logs --since 1h

# The journal knows who wrote a line, whatever it says.
systemd-run --quiet --wait --uid=mallory logger -t sshd -p auth.info 'Failed password for root from 1.2.3.4 port 22 ssh2'
settle
check_exit 0 'a lie is captured too' twin snapshot
look
check 'the journal does not count it' same "$(refused_in_journal "$(journal_end)")" refused journal
check 'nor has it the address' lacks -F 1.2.3.4 <(refused journal)
