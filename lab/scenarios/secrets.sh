# Secrets of a machine come into nothing that twin writes or says; that they change is seen all the same; and what somebody
# writes into the repository by hand is refused until it is allowed.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"

# None of these is a secret: they are made here, and anew each time.
fresh() { head -c 40 /dev/urandom | base64 -w0 | tr -d '+/=' | head -c "$1"; }
planted=()
declare -A value
plant() { # NAME VALUE
  value[$1]=$2
  planted+=("$2")
}
plant of-cron "Cr$(fresh 10)7"
plant of-environment "En$(fresh 10)7"
plant of-file "Fi$(fresh 10)7"
plant of-cron-d "Cd$(fresh 10)7"
plant of-sudo "Su$(fresh 10)7"
plant of-url "Ur$(fresh 10)7"
plant token "ghp_$(fresh 36)"
# shellcheck disable=SC2016 # a hash
plant hash '$6$'"$(fresh 8)"'$'"$(fresh 40)"

crontab - <<END
PGPASSWORD=${value[of-environment]}
5 3 * * * mysqldump -u backup -p${value[of-cron]} shop >/var/backups/shop.sql
END
mkdir /etc/toy
printf 'user = shop\npassword = %s\n' "${value[of-file]}" >/etc/toy/app.conf
printf 'upstream toy\n' >/etc/toy/harmless.conf
echo "7 4 * * * root curl -u backup:${value[of-cron-d]} https://backup.example.org/" >/etc/cron.d/toy
ssh-keygen -q -t ed25519 -N '' -f /etc/toy/id_toy
chmod 0644 /etc/toy/id_toy
while read -r line; do planted+=("$line"); done < <(grep -v -e ----- /etc/toy/id_toy)
ln -s /bin/true /usr/local/bin/mysql
alice sudo mysql -u root "-p${value[of-sudo]}" -e 'select 1'
logger -t toy "cannot reach https://shop:${value[of-url]}@db.example.org/: connection refused, error"
logger -t toy -p user.err "pushed with ${value[token]}"
logger -t toy "root:${value[hash]}:19500:0:99999:7:::"
journalctl --sync
sleep 1

printf '%s\n' "${planted[@]}" >"$work/planted"
said=$work/everything-said
# told_twin CODE SENTENCE COMMAND…: as check_exit, and keeps what was said
told_twin() {
  check_exit "$@"
  cat "$out" "$err" >>"$said"
}

# hides FILE…: none of what is planted is in it; where it is, the file is named and not the value
hides() { lacks -ralF -f "$work/planted" "$@"; }
objects_hide() {
  git -C "$repo" cat-file --batch-all-objects --batch >"$work/objects"
  git -C "$repo" log -p --all >"$work/history"
  [[ -s $work/objects && -s $work/history ]] && hides "$work/objects" "$work/history"
}

check 'what is planted is really there' grep -rqF -f "$work/planted" /etc/toy/app.conf
for log in auth.log syslog; do check "in $log too" grep -qF -f "$work/planted" "/var/log/$log"; done
check 'and in the journal' grep -qF -f "$work/planted" <(journalctl -b)
check 'and these checks would find it' not hides /etc/toy

told_twin 0 'init works' twin init
told_twin 0 'so does snapshot' twin snapshot -v
told_twin 0 'and status' twin status --output json
told_twin 0 'and logs' twin logs
told_twin 0 'and its errors' twin logs errors
told_twin 0 'and its text' twin logs show authlog
told_twin 0 'in JSON' twin logs --grep toy --output json
check 'nothing planted is in the repository' hides "$repo"
check 'nor in any object of Git' objects_hide
check 'nor in what twin remembers' hides /var/lib/twin
check 'nor in what it said' hides "$said"
check 'masks are in their place' grep -q '‹secret' "$repo/live/cron.yaml"
check 'in the logs too' grep -rq '‹secret' "$repo/logs/current/files"
check 'a file with a secret is told of, not kept' grep -q '/etc/toy/app.conf' "$repo/live/files.yaml"
check 'nor is it wished for' lacks -q app.conf "$repo/state/files.yaml"
check 'likewise the key' not there "$repo/filesystem/etc/toy/id_toy"
check 'and the table of cron' not there "$repo/filesystem/etc/cron.d/toy"
check 'what stands beside them is kept' there "$repo/filesystem/etc/toy/harmless.conf"

# It changes.
ids() { sed -n 's/^ *\(- \)\{0,1\}id: //p' "$repo/live/cron.yaml"; }
crontab -l >"$work/crontab"
cp "$repo/live/cron.yaml" "$work/cron-before"
cp "$repo/live/files.yaml" "$work/files-before"
ids_before=$(ids)
commit=$(head_of)
other="Ot$(fresh 10)7"
echo "$other" >>"$work/planted"
sed "s/${value[of-cron]}/$other/" "$work/crontab" | crontab -
told_twin 0 'a changed password is seen' twin snapshot
check 'by another fingerprint' not cmp -s "$repo/live/cron.yaml" "$work/cron-before"
check 'in a commit' not same "$commit" head_of
check 'the entry is the same one' same "$ids_before" ids
cp /etc/toy/app.conf "$work/app.conf"
sed -i "s/password = .*/password = $other/" /etc/toy/app.conf
told_twin 0 'so is that of a file' twin snapshot
check 'by another fingerprint' not cmp -s "$repo/live/files.yaml" "$work/files-before"
crontab "$work/crontab"
cat "$work/app.conf" >/etc/toy/app.conf
told_twin 0 'changed back' twin snapshot
check 'the crontab has the old fingerprint' cmp "$repo/live/cron.yaml" "$work/cron-before"
check 'and so has the file' cmp "$repo/live/files.yaml" "$work/files-before"
check 'of the other password there is nothing either' hides "$repo"
check 'in no object' objects_hide

# Somebody writes one into the wish.
before=$(machine)
commit=$(head_of)
cp "$repo/state/cron.yaml" "$work/cron-wish"
sed -i 's/^entries: \[\]$/entries:/' "$repo/state/cron.yaml"
mine="My$(fresh 10)7"
cat >>"$repo/state/cron.yaml" <<END
  - id: mine
    user: root
    schedule: "9 5 * * *"
    command: pg_dump postgresql://shop:$mine@db.example.org/shop
END
line=$(grep -nF "$mine" "$repo/state/cron.yaml" | cut -d: -f1)
said=$work/said-at-the-gate
told_twin 8 'a password in the wish is refused' twin plan
check 'with its file and line' said "state/cron.yaml:$line"
check 'with a mask' said '‹secret'
check 'and not with itself' lacks -qF "$mine" "$out" "$err"
check 'nothing is planned' not there "$repo/plan/latest.yaml"
check 'nothing is committed' same "$commit" head_of
check 'and nothing done' same "$before" machine
fingerprint=$(sed -n 's/.*allow-secret \([0-9a-f]\{16\}\).*/\1/p' "$err" "$out" | head -n 1)
check 'it names what would allow it' test -n "$fingerprint"
told_twin 8 'in JSON too' twin plan --output json
check 'by file, line, rule and fingerprint' told --arg fingerprint "$fingerprint" --argjson line "$line" \
  '.secrets | length == 1 and (.[0] | .file == "state/cron.yaml" and .line == $line and .rule and .fingerprint == $fingerprint)'
check 'which neither has it' lacks -qF "$mine" "$out" "$err"
told_twin 8 'it is not applied either' twin apply --yes
check 'nothing done' same "$before" machine

cp "$repo/config.yaml" "$work/config-before"
told_twin 1 'a fingerprint of nothing cannot be allowed' twin config allow-secret 0123456789abcdef
told_twin 64 'what is none is wrong usage' twin config allow-secret all
check 'and the configuration stays' cmp "$repo/config.yaml" "$work/config-before"
told_twin 0 'its own can' twin config allow-secret "$fingerprint"
check 'it stands in the configuration' grep -q "$fingerprint" "$repo/config.yaml"
check 'of which the rest is as it was' same '' bash -c \
  "diff <(grep -v -e '$fingerprint' -e '^allowed_secrets:' '$repo/config.yaml') <(grep -v '^allowed_secrets:' '$work/config-before')"
check 'and committed' same config.yaml git -C "$repo" show --format= --name-only HEAD
told_twin 2 'then it is planned' twin plan
told_twin 0 'and applied' twin apply --yes
check 'root has it in the crontab' grep -qF "$mine" <(crontab -l)
check 'all of it is committed' clean
check 'what was not allowed is still nowhere' objects_hide
check 'nor said' lacks -qF -f "$work/planted" "$work/everything-said" "$work/said-at-the-gate"
told_twin 0 'status says in sync' twin status
