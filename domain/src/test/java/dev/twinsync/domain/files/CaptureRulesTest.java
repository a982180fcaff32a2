package dev.twinsync.domain.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/shadow",
                "/etc/shadow-",
                "/etc/gshadow",
                "/etc/ssh/ssh_host_ed25519_key",
                "/root/.ssh/id_ed25519",
                "/etc/ssl/private/snakeoil.pem",
                "/etc/nginx/tls/site.key",
                "/etc/wireguard/wg0.conf",
                "/srv/wg-home.conf",
                "/etc/NetworkManager/system-connections/Home.nmconnection",
                "/etc/ppp/chap-secrets",
                "/etc/wpa_supplicant/x.conf",
                "/home/alice/.netrc",
                "/etc/apt/auth.conf",
                "/etc/apt/auth.conf.d/x.conf",
                "/srv/ha/secrets.yaml",
                "/srv/ha/.storage/auth",
                "/etc/krb5.keytab",
                "/root/.docker/config.json",
                "/etc/letsencrypt/live/x/privkey.pem"
            })
    void a_place_of_secrets_is_known(String path) {
        assertTrue(SecretPlaces.cover(new TargetPath(path)));
        assertTrue(CaptureRules.DEFAULT.leavesOut().test(new TargetPath(path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/hosts", "/etc/ssh/sshd_config", "/etc/apt/keyrings/docker.key", "/root/.ssh/id_ed25519.pub",
                "/etc/systemd/system/twin-toy.service", "/etc/default/locale", "/etc/hostname", "/usr/local/bin/backup",
                "/etc/apt/sources.list.d/docker.list", "/etc/systemd/system/ssh.service.d/override.conf"
            })
    void what_a_person_wrote_is_captured(String path) {
        assertFalse(CaptureRules.DEFAULT.leavesOut().test(new TargetPath(path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/ld.so.cache",
                "/etc/mtab",
                "/etc/machine-id",
                "/etc/hosts.dpkg-dist",
                "/etc/adjtime",
                "/etc/.pwd.lock",
                "/etc/passwd",
                "/etc/passwd-",
                "/etc/group",
                "/etc/subuid",
                "/etc/ssl/certs/ca.pem",
                "/etc/alternatives/vi",
                "/etc/rc2.d/S01ssh",
                "/etc/systemd/system/multi-user.target.wants/x.service",
                "/etc/resolv.conf",
                "/etc/fstab",
                "/etc/ssh/ssh_host_rsa_key.pub",
                "/etc/.twin-0123",
                "/etc/.git/config",
                "/etc/apt/sources.list.save"
            })
    void what_belongs_to_the_machine_is_left_out(String path) {
        assertTrue(CaptureRules.DEFAULT.leavesOut().test(new TargetPath(path)));
    }

    @Test
    void the_owners_own_patterns_come_on_top() {
        var rules = new CaptureRules(List.of(new TargetPath("/srv")), List.of(new PathGlob("*.log")), 10);
        assertTrue(rules.leavesOut().test(new TargetPath("/srv/a/x.log")));
        assertTrue(rules.leavesOut().test(new TargetPath("/srv/.netrc")));
        assertFalse(rules.leavesOut().test(new TargetPath("/srv/a/x.txt")));
    }

    @Test
    void an_empty_map_stands_for_the_defaults_and_all_is_read_back() {
        assertEquals(
                new Reading.Value<>(CaptureRules.DEFAULT),
                CaptureRules.SHAPE.read(Tree.map().build()));
        var rules = new CaptureRules(List.of(new TargetPath("/srv")), List.of(new PathGlob("*.log")), 10);
        assertEquals(new Reading.Value<>(rules), CaptureRules.SHAPE.read(CaptureRules.SHAPE.write(rules)));
    }
}
