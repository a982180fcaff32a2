package dev.twinsync.domain.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents may say of services, and what names may reach systemd. */
class ServiceDocumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/x.service",
                "../x.service",
                "a/b.service",
                "a..b.service",
                "x.service ",
                "x y.service",
                "x.service\n",
                "x\u0000.service",
                "\u001b[2J.service",
                "*.service",
                "toy[12].service",
                "-H.service",
                "--root=x.service",
                "-",
                ".service",
                "@x.service",
                "nginx",
                "sda.device",
                "session-1.scope",
                "x.service;reboot",
                "x$(id).service",
                "caf\u00e9.service",
                ""
            })
    void a_name_that_systemd_would_read_otherwise_is_refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new UnitName(name));
    }

    @Test
    void a_name_may_have_255_characters_and_no_more() {
        var longest = "a".repeat(247) + ".service";
        assertEquals(longest, new UnitName(longest).text());
        assertThrows(IllegalArgumentException.class, () -> new UnitName("a" + longest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getty@tty9.service",
                "toy@.service",
                "dbus-org.freedesktop.login1.service",
                "-.mount",
                "-.slice",
                "dev-disk-by\\x2duuid-1\\x2d2.swap",
                "systemd-fsck@dev-disk-by\\x2duuid-x.service",
                "a@b@c.service",
                "x.target"
            })
    void a_real_name_is_taken(String name) {
        assertEquals(name, new UnitName(name).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "user:", "user:-x", "user:a/b", "user:a@b", "user:a b", "System", "user:a\n"})
    void a_scope_that_is_none_is_refused(String scope) {
        var reading = UnitScope.SHAPE.read(Tree.text(scope));
        assertEquals(1, reading.problems().size(), reading::toString);
    }

    @ParameterizedTest
    @CsvSource({"nginx.service,system", "alice/foo.service,user:alice"})
    void a_key_names_scope_and_unit(String key, String scope) {
        var unit = UnitId.of(key).orElseThrow();
        assertEquals(key, unit.key());
        assertEquals(scope, unit.scope().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice/bob/foo.service", "/foo.service", "nginx", "alice/"})
    void a_key_that_no_unit_has_means_none(String key) {
        assertEquals(Optional.empty(), UnitId.of(key));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    masked: true, running: true | foo.service contradicts itself: what is masked can be neither enabled nor started
                    masked: true, enabled: true | foo.service contradicts itself: what is masked can be neither enabled nor started
                    scope: system               | foo.service wants nothing: say enabled, running or masked
                    enable: true                | unknown key "enable"; did you mean "enabled"?
                    """)
    void a_wish_that_cannot_be_meant_is_refused_at_reading(String lines, String message) {
        var map = Tree.map().put("name", "foo.service");
        for (String line : lines.split(", ")) {
            var pair = line.split(": ");
            map.put(pair[0], Tree.literal(pair[1]));
        }
        var reading = new Services().desired().read(map.build());
        assertEquals(
                List.of(message),
                reading.problems().stream().map(Problem::message).toList());
    }

    @Test
    void an_entry_of_an_existing_repository_is_read() {
        var entry = Tree.map()
                .put("name", "nginx.service")
                .put("scope", "system")
                .put("enabled", Tree.literal(true))
                .put("running", Tree.literal(false))
                .build();
        assertEquals(
                new Reading.Value<>(new DesiredService(
                        new UnitName("nginx.service"),
                        UnitScope.SYSTEM,
                        Optional.of(true),
                        Optional.of(false),
                        Optional.empty())),
                new Services().desired().read(entry));
    }
}
