# A laptop that keeps the twin of another machine. It is the same machine with another identity, without its packages, units, buses and
# locks: what twin sees of them, it sees by ssh. Sourced behind machine.sh.
# shellcheck shell=bash disable=SC2034,SC2154 # checks.sh sets what is used here; for the scenarios
useradd -m keeper
repo=/home/keeper/box
mkdir /srv/laptop
tr -dc 0-9a-f </dev/urandom | head -c 32 >/srv/laptop/machine-id || true
echo 'laptop' >/srv/laptop/hostname
cat >"$work/on-laptop" <<'END'
set -e
mount --bind /srv/laptop/machine-id /etc/machine-id
mount --bind /srv/laptop/hostname /etc/hostname
mount -t tmpfs -o mode=0755 none /var/lib/dpkg
mount -t tmpfs -o mode=1777 none /run/lock
mount -t tmpfs -o mode=0755 none /run/systemd
mount -t tmpfs -o mode=0755 none /run/dbus
mount -t tmpfs -o mode=0755 none /var/spool/cron
exec runuser -u keeper -- env -C /home/keeper HOME=/home/keeper USER=keeper LOGNAME=keeper "$@"
END
laptop() { unshare --mount bash "$work/on-laptop" "$@"; }
twin() { laptop "$checkout/twin" "$@" --repo "$repo"; }
box() { twin "$@" --host alice@localhost; }
as_keeper() { runuser -u keeper -- env -C /home/keeper HOME=/home/keeper bash -c "$1"; }

systemctl start ssh || service ssh start
install -d -m 0700 -o keeper -g keeper /home/keeper/.ssh
install -d -m 0700 -o alice -g alice /home/alice/.ssh
mkdir -p /root/.ssh && chmod 0700 /root/.ssh
as_keeper "ssh-keygen -q -t ed25519 -N '' -f /home/keeper/.ssh/id_ed25519"

# What it takes to get in: the key of the host, that of the user, and a twin there.
know_host() {
  ssh-keyscan -t ed25519 localhost "$@" 2>/dev/null | install -m 0600 -o keeper -g keeper /dev/stdin /home/keeper/.ssh/known_hosts
}
let_in() {
  install -m 0600 -o alice -g alice /home/keeper/.ssh/id_ed25519.pub /home/alice/.ssh/authorized_keys
  install -m 0600 /home/keeper/.ssh/id_ed25519.pub /root/.ssh/authorized_keys
}
install_twin() {
  printf '#!/bin/sh\nexport JAVA_HOME=%s\nexec %s/twin "$@"\n' "$JAVA_HOME" "$checkout" >/usr/bin/twin
  chmod 0755 /usr/bin/twin
}
