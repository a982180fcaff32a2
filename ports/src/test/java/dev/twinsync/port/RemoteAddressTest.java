package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/alice/device.git, WEB, github.com, '', '', /alice/device.git",
        "https://git.example:8443/a/b, WEB, git.example, '', 8443, /a/b",
        "http://127.0.0.1:8080/x.git, WEB, 127.0.0.1, '', 8080, /x.git",
        "ssh://git@Git.Example:2222/~/device, SECURE_SHELL, git.example, git, 2222, /~/device",
        "git@github.com:alice/device.git, SECURE_SHELL, github.com, git, '', alice/device.git",
        "nas:backup/device, SECURE_SHELL, nas, '', '', backup/device",
        "ssh://[fe80::1]/x, SECURE_SHELL, [fe80::1], '', '', /x",
        "/srv/git/my device.git, FOLDER, '', '', '', /srv/git/my device.git",
        "file:///srv/git/x, FOLDER, '', '', '', /srv/git/x",
    })
    void the_usual_ways(String text, RemoteAddress.Way way, String host, String user, String port, String path) {
        var address = new RemoteAddress(text);
        assertEquals(way, address.way());
        assertEquals(host, address.host());
        assertEquals(user, address.user());
        assertEquals(port, address.port());
        assertEquals(path, address.path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://alice:hunter2@github.com/a/b",
                "https://ghp_0123456789@github.com/a/b",
                "ssh://alice:hunter2@host/x",
                "http://token@127.0.0.1/x"
            })
    void one_with_credentials_is_refused_and_not_repeated(String text) {
        var message = assertThrows(IllegalArgumentException.class, () -> new RemoteAddress(text))
                .getMessage();
        assertTrue(message.contains("git_token"), message);
        assertFalse(message.contains("hunter2") || message.contains("ghp_"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-oProxyCommand=touch",
                "--upload-pack=touch",
                "ext::sh -c touch% /tmp/x",
                "fd::17",
                "git://host/x",
                "ftp://host/x",
                "ssh://-oProxyCommand=touch/x",
                "-host:x",
                "git@-host:x",
                "-u@host:x",
                "host:-x",
                "https://host",
                "https://host/a b",
                "https://host/a?x=1",
                "https://host/../x",
                "/srv/../etc",
                "host:../x",
                "/srv/a\nb",
                "file://host/x",
                "http://git.example/x"
            })
    void what_could_be_something_else_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new RemoteAddress(text));
    }

    @Test
    void branches_and_names_cannot_be_options_or_patterns() {
        new BranchName("main");
        new BranchName("device/nas.2");
        for (String bad :
                new String[] {"", "-x", "a..b", "a b", "a:b", "+a", "a/", "/a", "a//b", "a.lock", "a*", "a~1", ".a"}) {
            assertThrows(IllegalArgumentException.class, () -> new BranchName(bad), bad);
        }
        new RemoteName("origin");
        for (String bad : new String[] {"", "-x", "a/b", "a b", "..", "a.b", "a\"]", "x".repeat(65)}) {
            assertThrows(IllegalArgumentException.class, () -> new RemoteName(bad), bad);
        }
    }
}
