package dev.twinsync.os.network;

import static dev.twinsync.os.network.NetworkLab.NO_SECRETS;
import static dev.twinsync.os.network.NetworkLab.assertSoon;
import static dev.twinsync.os.network.NetworkLab.bytes;
import static dev.twinsync.os.network.NetworkLab.checkpoints;
import static dev.twinsync.os.network.NetworkLab.done;
import static dev.twinsync.os.network.NetworkLab.must;
import static dev.twinsync.os.network.NetworkLab.network;
import static dev.twinsync.os.network.NetworkLab.newUuid;
import static dev.twinsync.os.network.NetworkLab.nmcli;
import static dev.twinsync.os.network.NetworkLab.onDisk;
import static dev.twinsync.os.network.NetworkLab.profile;
import static dev.twinsync.os.network.NetworkLab.run;
import static dev.twinsync.os.network.NetworkLab.secret;
import static dev.twinsync.os.network.NetworkLab.secretFile;
import static dev.twinsync.os.network.NetworkLab.see;
import static dev.twinsync.os.network.NetworkLab.seen;
import static dev.twinsync.os.network.NetworkLab.settings;
import static dev.twinsync.os.network.NetworkLab.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.network.NetworkAction.Add;
import dev.twinsync.domain.network.NetworkAction.Change;
import dev.twinsync.domain.network.NetworkAction.Remove;
import dev.twinsync.domain.network.Profile;
import dev.twinsync.domain.network.ProfileName;
import dev.twinsync.domain.network.ProfileUuid;
import dev.twinsync.domain.network.SecretFiles;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets come from files of root's, survive what is changed beside them, and are told to nobody. On the lab machine, as root. */
@Tag("lab")
class NetworkSecretsLabTest {

    private static final String PSK = "lab s3cret pass";
    private static final String KEY = "6/6OLTIGGE1TQUTj1lUIICmAyWIw5ApKzYk7vChj6KI=";
    private static final String SHARED = "AAAOLTIGGE1TQUTj1lUIICmAyWIw5ApKzYk7vChj6KI=";

    private static Profile wifi(String uuid, String id) {
        return profile(
                uuid,
                id,
                "wifi",
                "",
                false,
                settings(Map.of(
                        "wifi", Map.of("ssid", bytes("Lab")),
                        "wifi-security", Map.of("key-mgmt", text("wpa-psk")),
                        "ipv4", Map.of("method", text("auto")))));
    }

    private static Profile renamed(Profile profile, String id) {
        return profile(profile.uuid().text(), id, profile.type().text(), "", false, profile.settings());
    }

    @Test
    void a_secret_is_taken_from_its_file_and_is_where_networkmanager_keeps_it_and_nowhere_else() {
        var uuid = newUuid();
        var file = secretFile(PSK);
        done(new Add(wifi(uuid, "lab wifi"), secret("wifi-security.psk", file)));
        assertSoon(PSK, () -> nmcli("802-11-wireless-security.psk", uuid));
        assertFalse(see(uuid).toString().contains(PSK));
        assertFalse(run("journalctl", "-b", "--no-pager").contains(PSK));

        var other = secretFile("another secret");
        done(new Change(wifi(uuid, "lab wifi"), secret("wifi-security.psk", other)));
        assertSoon("another secret", () -> nmcli("802-11-wireless-security.psk", uuid));
        must("nmcli", "connection", "delete", uuid);
    }

    /** By nmcli, with a key that NetworkManager keeps. */
    private static void addWifi(String uuid) {
        var words =
                "connection add type wifi con-name lab ssid Lab wifi-sec.key-mgmt wpa-psk connection.autoconnect no";
        var arguments = new ArrayList<>(List.of(words.split(" ")));
        arguments.addAll(List.of("connection.uuid", uuid, "wifi-sec.psk", PSK));
        must("nmcli", arguments.toArray(String[]::new));
    }

    @Test
    void a_change_keeps_the_secrets_that_it_does_not_name() {
        var uuid = newUuid();
        addWifi(uuid);
        done(new Change(renamed(seen(uuid), "lab renamed"), NO_SECRETS));
        assertEquals("lab renamed", nmcli("connection.id", uuid));
        assertSoon(PSK, () -> nmcli("802-11-wireless-security.psk", uuid));
        must("nmcli", "connection", "delete", uuid);
    }

    @Test
    void a_change_keeps_the_secrets_of_a_vpn_of_which_there_is_no_plugin() {
        var uuid = newUuid();
        must(
                "nmcli",
                "connection",
                "add",
                "type",
                "vpn",
                "vpn-type",
                "openvpn",
                "con-name",
                "lab vpn",
                "connection.uuid",
                uuid,
                "vpn.data",
                "remote=a.example",
                "vpn.secrets",
                "password=" + PSK,
                "connection.autoconnect",
                "no");
        done(new Change(renamed(seen(uuid), "lab renamed"), NO_SECRETS));
        assertSoon("password = " + PSK, () -> nmcli("vpn.secrets", uuid));
        assertTrue(nmcli("vpn.data", uuid).contains("a.example"));
        done(new Change(
                renamed(seen(uuid), "lab renamed"), secret("vpn.secrets.password", secretFile("other password"))));
        assertSoon("password = other password", () -> nmcli("vpn.secrets", uuid));
        must("nmcli", "connection", "delete", uuid);
    }

    /** Whoever wrote the file by hand did not say that the key is to be kept, and NetworkManager does not do it by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"preshared-key-flags=0\n", ""})
    void a_change_keeps_the_keys_of_wireguard_and_of_its_peers(String flags) throws IOException {
        var uuid = newUuid();
        var keyfile = wireguard(uuid, flags);
        var before = Files.readString(keyfile);
        assertTrue(seen(uuid).toString().contains("10.0.0.0/8"), seen(uuid)::toString);
        assertFalse(seen(uuid).toString().contains(SHARED), seen(uuid)::toString);
        done(new Change(
                profile(
                        uuid,
                        "lab other",
                        "wireguard",
                        "lab-wg0",
                        false,
                        seen(uuid).settings()),
                NO_SECRETS));
        var after = must(
                "grep", "-rhE", "key=", Path.of(keyfile.toString()).getParent().toString());
        assertTrue(after.contains("private-key=" + KEY) && after.contains("preshared-key=" + SHARED), after);
        assertTrue(before.contains(SHARED));
        must("nmcli", "connection", "delete", uuid);
    }

    private static Path wireguard(String uuid, String flags) throws IOException {
        var file = Path.of("/etc/NetworkManager/system-connections/lab-wg.nmconnection");
        Files.writeString(file, """
                [connection]
                id=lab wg
                uuid=%s
                type=wireguard
                interface-name=lab-wg0
                autoconnect=false
                [wireguard]
                private-key=%s
                [wireguard-peer.%s]
                endpoint=192.0.2.1:51820
                preshared-key=%s
                %sallowed-ips=10.0.0.0/8;
                """.formatted(uuid, KEY, KEY, SHARED, flags));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        must("nmcli", "connection", "load", file.toString());
        return file;
    }

    @Test
    void wireguard_gets_its_key_by_reference() {
        var uuid = newUuid();
        var wanted = profile(
                uuid,
                "lab wg new",
                "wireguard",
                "lab-wg1",
                false,
                settings(Map.of("ipv4", Map.of("method", text("disabled")))));
        done(new Add(wanted, secret("wireguard.private-key", secretFile(KEY))));
        assertSoon(KEY, () -> nmcli("wireguard.private-key", uuid));
        must("nmcli", "connection", "delete", uuid);
    }

    @Test
    void a_secret_that_networkmanager_refuses_is_in_no_sentence_and_nothing_stays_of_the_attempt() {
        var uuid = newUuid();
        var file = secretFile("short");
        var attempt = network()
                .apply(List.of(new Add(wifi(uuid, "lab wifi"), secret("wifi-security.psk", file))), Progress.SILENT);
        var taken = assertInstanceOf(Attempt.TakenBack.class, attempt);
        assertTrue(taken.why().contains("psk"), taken.why());
        assertFalse(taken.why().contains("short"), taken.why());
        assertEquals(Optional.empty(), see(uuid));
        assertEquals("ao 0", checkpoints());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw-----w-"})
    void a_file_that_others_may_read_or_write_is_no_place_for_a_secret(String rights) throws IOException {
        var file = secretFile(PSK);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        refused(secret("wifi-security.psk", file), "is not root's alone");
    }

    @Test
    void a_file_that_is_not_roots_or_not_there_or_a_link_is_refused_before_anything_is_changed() throws IOException {
        refused(secret("wifi-security.psk", Path.of("/root/.lab-nothing")), "is not there");
        var link = Path.of("/root/.lab-link");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, secretFile(PSK));
        refused(secret("wifi-security.psk", link), "is no plain file");
        var hers = secretFile(PSK);
        must("chown", "alice", hers.toString());
        refused(secret("wifi-security.psk", hers), "is not root's alone");
        var shared = Files.copy(secretFile(PSK), Path.of("/tmp/lab-" + newUuid()));
        refused(secret("wifi-security.psk", shared), "where others than its owner may put files");
    }

    private static void refused(SecretFiles secrets, String why) {
        var uuid = newUuid();
        var attempt = network().apply(List.of(new Add(wifi(uuid, "lab wifi"), secrets)), Progress.SILENT);
        var refused = assertInstanceOf(Attempt.Refused.class, attempt);
        assertTrue(refused.reason().contains(why), refused.reason());
        assertFalse(refused.reason().contains(PSK), refused.reason());
        assertEquals(Optional.empty(), see(uuid));
        assertEquals("ao 0", checkpoints());
    }

    @Test
    void what_is_taken_back_has_its_secrets_again() {
        var uuid = newUuid();
        addWifi(uuid);
        var before = must("nmcli", "-s", "connection", "show", uuid);
        var kept = onDisk(uuid);
        assertTrue(kept.contains("psk=" + PSK), "the test must see the secret there");
        var network = network();
        for (var action : List.of(
                new Remove(new ProfileUuid(uuid), new ProfileName("lab"), true),
                new Change(wifi(uuid, "lab changed"), secret("wifi-security.psk", secretFile("another secret"))))) {
            var attempt = network.apply(List.of(action), Progress.SILENT);
            assertInstanceOf(Attempt.OnProbation.class, attempt, attempt::toString);
            assertEquals(new Attempt.Ran(), network.takeBack(List.of(action)));
            assertEquals(kept, onDisk(uuid));
            assertSoon(before, () -> must("nmcli", "-s", "connection", "show", uuid));
            assertEquals("ao 0", checkpoints());
        }
        must("nmcli", "connection", "delete", uuid);
    }
}
