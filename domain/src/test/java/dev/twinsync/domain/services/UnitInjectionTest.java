package dev.twinsync.domain.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.shape.Tree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What systemctl would read as a path, a pattern, an option or another systemd. */
class UnitInjectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/path/x.service",
                "/x.service",
                "../x.service",
                "./x.service",
                "a/../x.service",
                "x..y.service",
                "x.service\n",
                "\nx.service",
                "x\ny.service",
                "x.service\r",
                "x.service\u0000",
                "x\u0000/y.service",
                "x\u2028.service",
                "-x",
                "-x.service",
                "-.service",
                "-.target",
                "--root=/",
                "--root=/x.service",
                "*",
                "*.service",
                "[a]x.service",
                "x?.service",
                "x.service y.service",
                " x.service",
                "x.service ",
                "x",
                "x.Service",
                "x.device",
                "",
                "x\u200b.service",
                "x\u202e.service",
                "x\u001b[2K.service",
                "\u0445.service",
                "$(id).service",
                "%i.service"
            })
    void a_name_that_systemd_would_read_otherwise_is_refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new UnitName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-.mount", "-.slice"})
    void the_root_of_mounts_and_slices_is_called_by_a_dash_alone(String name) {
        assertEquals(name, new UnitName(name).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user:-u root",
                "user:-x",
                "user:--machine=x",
                "user:a b",
                "user:a\n",
                "user:\na",
                "user:a\u0000",
                "user:a@host",
                "user:a:b",
                "user:a/b",
                "user:../a",
                "user:",
                "user:.",
                "user:0",
                "user: a",
                "user:\u0430lice",
                "users:a",
                "system\n",
                "SYSTEM",
                "global",
                "--user",
                ""
            })
    void a_scope_that_would_point_elsewhere_is_refused(String scope) {
        assertEquals(1, UnitScope.SHAPE.read(Tree.text(scope)).problems().size());
    }
}
