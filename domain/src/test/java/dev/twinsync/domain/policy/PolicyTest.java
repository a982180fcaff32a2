package dev.twinsync.domain.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static Tree pulled(String... held) {
        var list = Tree.list(List.of(held).stream().map(Tree::text).toList());
        return Tree.map().put("pulled", Tree.map().put("held", list).build()).build();
    }

    private static Tree unattended(String plugin) {
        var apply =
                Tree.map().put("apply", Tree.list(List.of(Tree.text(plugin)))).build();
        return Tree.map().put("unattended", apply).build();
    }

    @Test
    void nothing_said_is_the_careful_policy() {
        assertEquals(
                new Reading.Value<>(Policy.DEFAULT),
                Policy.SHAPE.read(Tree.map().build()));
        assertFalse(Policy.DEFAULT.pulled().removals());
        assertFalse(Policy.DEFAULT.pulled().rights());
        assertTrue(Policy.DEFAULT.unattended().apply().isEmpty());
        assertTrue(Policy.DEFAULT
                .pulled()
                .held()
                .containsAll(List.of(
                        "network",
                        "files:/etc/sudoers*",
                        "files:/etc/netplan*",
                        "files:/etc/ufw*",
                        "files:/etc/shorewall*",
                        "services:ufw.*")));
    }

    @Test
    void what_is_said_is_read_and_written_alike() {
        var policy = new Policy(
                new PulledPolicy(true, true, List.of("network", "files:/etc/ssh/*")),
                new UnattendedPolicy(List.of("cron.user"), false));
        assertEquals(new Reading.Value<>(policy), Policy.SHAPE.read(Policy.SHAPE.write(policy)));
        assertEquals(new Reading.Value<>(policy), Policy.SHAPE.read(Policy.SHAPE.inFull(policy)));
        assertEquals(new Reading.Value<>(Policy.DEFAULT), Policy.SHAPE.read(Policy.SHAPE.inFull(Policy.DEFAULT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/ssh", "files:", "Files:/etc", "two words"})
    void a_pattern_that_names_nothing_would_hold_nothing(String pattern) {
        assertTrue(Policy.SHAPE
                .read(pulled(pattern))
                .problems()
                .getFirst()
                .message()
                .contains("names nothing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cron", "*", "cron.*", "cron.user "})
    void what_is_done_unattended_is_named_in_full(String plugin) {
        assertTrue(Policy.SHAPE
                .read(unattended(plugin))
                .problems()
                .getFirst()
                .message()
                .contains("name of a plugin"));
    }
}
