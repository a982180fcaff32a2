package dev.twinsync.domain.network;

/**
 * The table of the usual settings, as {@code nm-settings-dbus(5)} has them: section, form, and the keys of that form. A number
 * that is not 0 where nothing is said, and a truth that is not false, stand behind a key.
 */
final class SettingRows {

    private SettingRows() {}

    static final String TEXT = """
            802-1x s anonymous-identity ca-path domain-match domain-suffix-match identity pac-file
            802-1x s phase1-fast-provisioning phase1-peaplabel phase1-peapver phase2-auth phase2-autheap
            802-1x s phase2-ca-path phase2-domain-match phase2-domain-suffix-match phase2-subject-match
            802-1x s subject-match
            802-1x b optional system-ca-certs
            802-1x i auth-timeout
            802-1x u ca-cert-password-flags client-cert-password-flags password-flags password-raw-flags
            802-1x u phase1-auth-flags phase2-ca-cert-password-flags phase2-client-cert-password-flags
            802-1x u phase2-private-key-password-flags pin-flags private-key-password-flags
            802-1x as altsubject-matches eap phase2-altsubject-matches
            802-1x cert ca-cert client-cert phase2-ca-cert phase2-client-cert phase2-private-key private-key
            adsl s encapsulation protocol username
            adsl u password-flags vci vpi
            bond a{ss} options
            bond-port u queue-id
            bridge s multicast-router vlan-protocol
            bridge b multicast-querier multicast-query-use-ifaddr multicast-snooping=true stp=true vlan-filtering
            bridge b vlan-stats-enabled
            bridge u ageing-time=300 forward-delay=15 group-forward-mask hello-time=2 max-age=20
            bridge u multicast-hash-max=4096 multicast-last-member-count=2 multicast-startup-query-count=2
            bridge u priority=32768 vlan-default-pvid=1
            bridge t multicast-last-member-interval=100 multicast-membership-interval=26000
            bridge t multicast-querier-interval=25500 multicast-query-interval=12500
            bridge t multicast-query-response-interval=1000 multicast-startup-query-interval=3125
            bridge aa{sv} vlans
            bridge mac group-address mac-address
            bridge-port b hairpin-mode
            bridge-port u path-cost=100 priority=32
            bridge-port aa{sv} vlans
            cdma s number username
            cdma u mtu password-flags
            connection s master mud-url slave-type stable-id zone
            connection i auth-retries=-1 autoconnect-retries=-1 autoconnect-slaves=-1 dns-over-tls=-1 lldp=-1
            connection i llmnr=-1 mdns=-1 metered multi-connect wait-activation-delay=-1 wait-device-timeout=-1
            connection u gateway-ping-timeout mptcp-flags
            connection as permissions secondaries
            ethernet s assigned-mac-address duplex generate-mac-address-mask port s390-nettype
            ethernet b auto-negotiate
            ethernet i accept-all-mac-addresses=-1
            ethernet u mtu speed wake-on-lan=1
            ethernet as mac-address-blacklist s390-subchannels
            ethernet a{ss} s390-options
            ethernet mac mac-address
            gsm s apn device-id network-id number sim-id sim-operator-id username
            gsm b auto-config home-only
            gsm u mtu password-flags pin-flags
            hostname i from-dhcp=-1 from-dns-lookup=-1 only-from-default=-1 priority
            ip-tunnel s input-key local output-key parent remote
            ip-tunnel b path-mtu-discovery=true
            ip-tunnel u encapsulation-limit flags flow-label fwmark mode mtu tos ttl
            ipv4 s dhcp-client-id dhcp-fqdn dhcp-hostname dhcp-iaid dhcp-vendor-class-identifier gateway method
            ipv4 b dhcp-send-hostname=true ignore-auto-dns ignore-auto-routes may-fail=true never-default
            ipv4 i auto-route-ext-gw=-1 dad-timeout=-1 dhcp-timeout dns-priority link-local replace-local-rule=-1
            ipv4 i required-timeout=-1
            ipv4 u dhcp-hostname-flags route-table
            ipv4 x route-metric=-1
            ipv4 as dhcp-reject-servers dns-data dns-options dns-search
            ipv4 aa{sv} address-data route-data routing-rules
            ipv6 s dhcp-duid dhcp-hostname dhcp-iaid gateway method token
            ipv6 b dhcp-send-hostname=true ignore-auto-dns ignore-auto-routes may-fail=true never-default
            ipv6 i addr-gen-mode=3 auto-route-ext-gw=-1 dad-timeout=-1 dhcp-timeout dns-priority ip6-privacy=-1
            ipv6 i ra-timeout replace-local-rule=-1 required-timeout=-1
            ipv6 u dhcp-hostname-flags mtu route-table
            ipv6 x route-metric=-1
            ipv6 as dhcp-reject-servers dns-data dns-options dns-search
            ipv6 aa{sv} address-data route-data routing-rules
            loopback u mtu
            macsec s mka-ckn parent
            macsec b encrypt=true send-sci=true
            macsec i mode port=1 validation=2
            macsec u mka-cak-flags
            macvlan s parent
            macvlan b promiscuous=true tap
            macvlan u mode
            match as driver interface-name kernel-command-line path
            ppp b crtscts mppe-stateful no-vj-comp noauth=true nobsdcomp nodeflate refuse-chap refuse-eap
            ppp b refuse-mschap refuse-mschapv2 refuse-pap require-mppe require-mppe-128
            ppp u baud lcp-echo-failure lcp-echo-interval mru mtu
            pppoe s parent service username
            pppoe u password-flags
            proxy s pac-script pac-url
            proxy b browser-only
            proxy i method
            serial u baud=57600 bits=8 stopbits=1
            serial t send-delay
            serial y parity
            team s config runner runner-agg-select-policy runner-hwaddr-policy runner-tx-balancer
            team b runner-active=true runner-fast-rate
            team i mcast-rejoin-count=-1 mcast-rejoin-interval=-1 notify-peers-count=-1 notify-peers-interval=-1
            team i runner-min-ports=-1 runner-sys-prio=-1 runner-tx-balancer-interval=-1
            team as runner-tx-hash
            team aa{sv} link-watchers
            team-port s config
            team-port b sticky
            team-port i lacp-key=-1 lacp-prio=-1 prio queue-id=-1
            team-port aa{sv} link-watchers
            tun s group owner
            tun b multi-queue pi vnet-hdr
            tun u mode=1
            user a{ss} data
            veth s peer
            vlan s parent protocol
            vlan u flags id
            vlan as egress-priority-map ingress-priority-map
            vpn s service-type user-name
            vpn b persistent
            vpn u timeout
            vpn a{ss} data
            vrf u table
            vxlan s local parent remote
            vxlan b l2-miss l3-miss learning=true proxy rsc
            vxlan u ageing=300 destination-port=8472 id limit source-port-max source-port-min tos ttl
            wifi s assigned-mac-address band generate-mac-address-mask mode
            wifi b hidden
            wifi i ap-isolation=-1
            wifi u channel mac-address-randomization mtu powersave rate tx-power wake-on-wlan=1
            wifi as mac-address-blacklist
            wifi ssid ssid
            wifi mac bssid mac-address
            wifi-security s auth-alg key-mgmt leap-username
            wifi-security i fils pmf
            wifi-security u leap-password-flags psk-flags wep-key-flags wep-key-type wep-tx-keyidx wps-method
            wifi-security as group pairwise proto
            wireguard b peer-routes=true
            wireguard i ip4-auto-default-route=-1 ip6-auto-default-route=-1
            wireguard u fwmark listen-port mtu private-key-flags
            wireguard aa{sv} peers
            """;
}
