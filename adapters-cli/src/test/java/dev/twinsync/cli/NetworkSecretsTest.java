package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.catalog.Catalog;
import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.network.DesiredProfile;
import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.domain.network.NetworkProfiles;
import dev.twinsync.domain.plan.PlanParts;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.port.ScanningGate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of network settings look like those of secrets, and most of them are none. */
class NetworkSecretsTest {

    private static final NetworkProfiles NETWORK = new NetworkProfiles();
    private static final Redaction REDACTION = new Redaction(_ -> "0123456789abcdef", Set.of());

    /** Every setting whose name has to do with secrets, with a value that is long enough to be taken for one. */
    private static final String STATE = """
            backend: networkmanager
            profiles:
              - id: Home
                uuid: 0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa
                type: wifi
                interface: wlan0
                autoconnect: true
                priority: 10
                settings:
                  connection:
                    permissions: ["user:alice:"]
                    secondaries: ["1b3f3a51-2f0c-4a37-9a34-3c1f6a3fb1aa"]
                    stable-id: ${CONNECTION}/${BOOT}
                  ipv4: {method: auto, dhcp-client-id: "01:52:54:00:12:34:56"}
                  wifi: {ssid: Home, mode: infrastructure, bssid: "52:54:00:12:34:56"}
                  wifi-security:
                    auth-alg: open
                    key-mgmt: wpa-psk
                    group: [ccmp, tkip]
                    pairwise: [ccmp]
                    psk-flags: 4294967295
                    leap-password-flags: 4294967295
                    wep-key-flags: 4294967295
                    wep-key-type: 4294967295
                    wep-tx-keyidx: 4294967295
                    leap-username: alice.with-a-long.name
                secrets:
                  wifi-security.psk: {file: /root/.home-psk}
                  wifi-security.wep-key0:
                    file: /root/.home-wep
              - id: Office
                uuid: 11111111-2222-3333-4444-555555555555
                type: ethernet
                settings:
                  802-1x:
                    eap: [tls, peap]
                    identity: alice@example.com
                    anonymous-identity: anonymous@example.com
                    private-key: file:///etc/ssl/private/Alice-2026.key
                    phase2-private-key: file:///etc/ssl/private/Alice-2026.key
                    client-cert: file:///etc/ssl/Alice-2026.pem
                    phase2-auth: mschapv2
                    phase2-autheap: mschapv2
                    password-flags: 4294967295
                    password-raw-flags: 4294967295
                    private-key-password-flags: 4294967295
                    phase2-private-key-password-flags: 4294967295
                    client-cert-password-flags: 4294967295
                    pin-flags: 4294967295
                secrets:
                  802-1x.password: {file: /root/.office}
                  802-1x.password-raw: {file: /root/.office-raw}
                  802-1x.pin: {file: /root/.pin}
                  802-1x.private-key-password: {file: /root/.key-password}
                  ethernet.wake-on-lan-password: {file: /root/.wake}
              - id: Tunnel
                uuid: 66666666-7777-8888-9999-aaaaaaaaaaaa
                type: wireguard
                interface: wg0
                settings:
                  wireguard:
                    listen-port: 51820
                    private-key-flags: 4294967295
                    peers:
                      - public-key: kNqNZbmJ3Cb5ZbPIZ0B2M1h0hrzxVYxSP3z0dCNT/w0=
                        endpoint: vpn.example:51820
                        allowed-ips: [0.0.0.0/0]
                        preshared-key-flags: 4294967295
                secrets:
                  wireguard.private-key: {file: /root/.tunnel}
                  wireguard.peers.kNqNZbmJ3Cb5ZbPIZ0B2M1h0hrzxVYxSP3z0dCNT/w0=: {file: /root/.peer}
              - id: VPN
                uuid: bbbbbbbb-cccc-dddd-eeee-ffffffffffff
                type: vpn
                settings:
                  vpn:
                    service-type: org.freedesktop.NetworkManager.openvpn
                    user-name: alice.with-a-long.name
                    data:
                      auth: SHA512
                      ca: /etc/openvpn/ca.pem
                      cert-pass-flags: "1"
                      cipher: AES-256-GCM
                      connection-type: password-tls
                      key: /etc/openvpn/Alice-2026.key
                      password-flags: "1"
                      remote: vpn.example:1194
                      ta: /etc/openvpn/ta.key
                      tls-crypt: /etc/openvpn/tc.key
                      username: alice
                secrets:
                  vpn.secrets.password: {file: /root/.vpn}
                  vpn.secrets.cert-pass: {file: /root/.vpn-cert}
                  vpn.secrets.IPSec secret: {file: /root/.vpn-group}
            """;

    private static List<DesiredProfile> wishes() {
        return switch (read(STATE)) {
            case Reading.Value<List<DesiredProfile>>(var wishes) -> wishes;
            case Reading.Wrong<List<DesiredProfile>> wrong -> throw new AssertionError(wrong);
        };
    }

    private static Reading<List<DesiredProfile>> read(String yaml) {
        return YamlTree.read("state/network.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .then(FragmentShapes.desired(NETWORK)::read);
    }

    private static List<NetworkAction> actions() {
        var actions = new ArrayList<NetworkAction>();
        NETWORK.plan(wishes(), new Observation.Seen<>(List.of())).forEach(step -> {
            switch (step) {
                case Step.Do<NetworkAction>(var action, var _) -> actions.add(action);
                case Step.Blocked<NetworkAction> blocked -> throw new AssertionError(blocked);
                case Step.Later<NetworkAction> later -> throw new AssertionError(later);
            }
        });
        return actions;
    }

    private static Observation<LiveProfile> live() {
        return new Observation.Seen<>(actions().stream()
                .map(action -> NETWORK.after(Optional.empty(), action).orElseThrow())
                .toList());
    }

    private static Tree plan() {
        var section = new Section<>(
                Catalog.NETWORK,
                NETWORK,
                actions().stream()
                        .map(action -> new PlannedAction<LiveProfile, NetworkAction>(
                                action, Optional.empty(), "declared present, not there", List.of(), List.of()))
                        .toList(),
                List.of(),
                List.of());
        return new PlanParts(Catalog.kinds()).oneSection().write(section);
    }

    private static List<Leak> leaks(String path, String text) throws IOException {
        return new ScanningGate(REDACTION).leaks(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_is_seen_of_profiles_loses_nothing_to_masks_and_is_let_into_the_repository() throws IOException {
        var tree = FragmentShapes.live(NETWORK).write(live());
        assertEquals(tree, REDACTION.tree(tree));
        assertEquals(List.of(), leaks("live/network.yaml", YamlTree.write("", tree)));
    }

    @Test
    void what_is_wished_of_profiles_is_let_into_the_repository_with_the_files_of_their_secrets() throws IOException {
        assertEquals(List.of(), leaks("state/network.yaml", STATE));
        var tree = FragmentShapes.desired(NETWORK).write(wishes());
        assertEquals(tree, REDACTION.tree(tree));
        assertEquals(List.of(), leaks("state/network.yaml", YamlTree.write("", tree)));
        assertEquals(wishes(), ((Reading.Value<?>) read(YamlTree.write("", tree))).value());
    }

    @Test
    void a_plan_with_the_files_of_secrets_loses_nothing_to_masks_and_is_let_into_the_repository() throws IOException {
        var tree = plan();
        var text = YamlTree.write("", tree);
        assertTrue(text.contains("/root/.home-psk"), text);
        assertEquals(tree, REDACTION.tree(tree));
        assertEquals(List.of(), leaks("plan/latest.yaml", text));
    }

    @ParameterizedTest
    @CsvSource({
        "wifi-security,psk",
        "wifi-security,wep-key0",
        "802-1x,password",
        "802-1x,private-key-password",
        "pppoe,password",
        "wireguard,private-key",
        "ethernet,wake-on-lan-password"
    })
    void a_secret_that_somebody_writes_in_plain_is_an_error_and_found_by_the_gate(String section, String key)
            throws IOException {
        var secret = "Hunter2x9Qkk7Lm0pZ4v";
        var yaml = """
                backend: networkmanager
                profiles:
                  - id: Home
                    uuid: 0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa
                    type: wifi
                    settings:
                      %s:
                        %s: %s
                """.formatted(section, key, secret);
        var problems = read(yaml).problems();
        assertEquals(
                List.of("state/network.yaml:8:9"),
                problems.stream().map(Problem::place).map(Object::toString).toList());
        assertTrue(problems.getFirst().message().contains("under secrets, as "), problems::toString);
        assertFalse(problems.toString().contains(secret));
        assertFalse(leaks("state/network.yaml", yaml).isEmpty(), "the gate must find it too");
        assertFalse(
                leaks(
                                "state/network.yaml",
                                yaml.replace(":\n            " + key, ": {" + key)
                                        .replace(secret, secret + "}"))
                        .isEmpty(),
                "also on one line");
    }
}
