# What the scenarios look at the machine with, and how they run twin on it. None of this asks twin.
# shellcheck shell=bash disable=SC2154 # checks.sh sets what is used here

twin() { "$checkout/twin" "$@"; }

# alice COMMAND…: as an ordinary user of the machine, in her home
alice() {
  runuser -u alice -- env -C /home/alice HOME=/home/alice USER=alice LOGNAME=alice "$@"
}

# Everything that twin could have changed, as one digest.
machine() {
  {
    dpkg-query -W -f '${binary:Package} ${Version} ${db:Status-Abbrev}\n'
    apt-mark showmanual
    systemctl list-unit-files --no-legend --no-pager
    systemctl list-units --all --type=service --no-legend --no-pager --plain | grep -E 'toy|cron|rsyslog'
    for user in root alice; do crontab -l -u "$user" 2>&1 || true; done
    find /etc /usr/local /srv -xdev -path "$checkout" -prune -o -printf '%p %y %m %U %G %l\n'
    find /etc /usr/local -xdev -type f -exec sha256sum {} +
  } | sha256sum
}

# Everything in a repository and the commit it is at, as one digest.
content() {
  {
    git -C "$repo" rev-parse HEAD
    find "$repo" -name .git -prune -o -type f -exec sha256sum {} +
  } | sha256sum
}

# in_git COMMAND…: Git's own look at the repository, which it refuses to any but its owner
in_git() { git -C "$repo" "$@"; }

head_of() { in_git rev-parse HEAD; }

# no_commit_since COMMIT: nothing was committed after it; else it shows what was
no_commit_since() { same '' in_git log -p --format='%s' "$1.."; }

# What is newer in the logs never makes a commit.
clean() { same '' git -C "$repo" status --porcelain -- . ':(exclude)logs/current/index.yaml'; }

# shellcheck disable=SC2016 # dpkg's own $
installed() { same installed dpkg-query -W -f '${db:Status-Status}\n' "$1"; }

# attributes PATH: mode, owner and group
attributes() { stat -c '%a %U %G' "$1"; }

# there PATH…: all of them exist
there() {
  local path
  for path in "$@"; do [[ -e $path ]] || { echo "missing: $path"; return 1; }; done
}
