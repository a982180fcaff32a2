# A device with a life of its own is put into a repository, which is carried to a blank machine: rebuild-2-blank.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"

apt-get -qq install -y twin-toy-svc twin-toy-conf >/dev/null 2>&1
echo 'colour = green' >/etc/twin-toy.conf
install -D -m 0644 /dev/stdin /etc/systemd/system/twin-toy-svc.service.d/lab.conf <<<$'[Service]\nEnvironment=TOY=1'
cat >/etc/systemd/system/home-made.service <<'UNIT'
[Unit]
Description=A daemon that no package brought
[Service]
ExecStart=/usr/local/bin/home-made
[Install]
WantedBy=multi-user.target
UNIT
install -m 0755 /dev/stdin /usr/local/bin/home-made <<<$'#!/bin/sh\nexec sleep infinity'
systemctl daemon-reload
systemctl -q enable --now home-made.service
systemctl -q disable --now toy-enabled.service
systemctl restart twin-toy-svc.service
echo '5 4 * * * /usr/local/bin/backup' | crontab -u alice -

check_exit 0 'the device is put into a repository' twin init
check_exit 0 'and is in sync with it' twin status
git clone -q --no-local "$repo" /mnt/carried/device
check 'the repository can be carried' git -C /mnt/carried/device fsck --strict --no-dangling
