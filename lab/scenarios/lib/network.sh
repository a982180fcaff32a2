# The one profile of NetworkManager that scenarios change while it is in use, and how they look at it without twin.
# shellcheck shell=bash
uuid=7e57ab1e-0000-4000-8000-0000000000c0

add_profile() {
  nmcli connection add type ethernet con-name lab ifname eth1 connection.uuid "$uuid" ipv4.method manual \
    ipv4.addresses 10.77.0.80/24 ipv6.method disabled >/dev/null
  nmcli connection up "$uuid" >/dev/null
}

# As NetworkManager has it, and what the kernel has of it.
address() { nmcli -g ipv4.addresses connection show "$uuid"; }
on_eth1() { ip -o -4 address show dev eth1 | awk '{ print $4 }'; }
checkpoints() { busctl get-property org.freedesktop.NetworkManager /org/freedesktop/NetworkManager org.freedesktop.NetworkManager Checkpoints; }
nothing_open() { same 'ao 0' checkpoints; }
