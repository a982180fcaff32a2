package dev.twinsync.os.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Self;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of the way to root, from what its program answers to one who asks without a password. */
class ToolChecksTest {

    private static final Result NO_PASSWORD = ended(0, "");

    private static Result ended(int exit, String said) {
        return new Result.Ended(exit, new byte[0], said.getBytes(StandardCharsets.UTF_8));
    }

    /** @param installed what each program answers; every other one is not there */
    private static Finding wayToRoot(Map<String, Result> installed) {
        CommandRunner machine =
                command -> installed.getOrDefault(command.program(), new Result.NoSuchProgram(command.program()));
        return new ToolChecks(machine, new Self("alice", 1000))
                .all().stream()
                        .filter(finding ->
                                finding.what().equals("sudo") || finding.what().equals("doas"))
                        .reduce((one, another) -> {
                            throw new AssertionError(one + " and " + another);
                        })
                        .orElseThrow();
    }

    @Test
    void doas_is_the_way_where_there_is_no_sudo() {
        assertEquals(Finding.ok("doas", "works without a password"), wayToRoot(Map.of("doas", NO_PASSWORD)));
        var both = Map.of("doas", NO_PASSWORD, "sudo", NO_PASSWORD);
        assertEquals(Finding.ok("sudo", "works without a password"), wayToRoot(both));
    }

    @Test
    void a_doas_that_wants_a_password_is_no_fault() {
        var finding = wayToRoot(Map.of("doas", ended(1, "doas: Authentication required")));
        assertEquals("doas", finding.what());
        assertEquals(Finding.Verdict.NOTE, finding.verdict());
        assertTrue(finding.says().contains("apply needs a terminal"), finding.says());
    }

    @Test
    void a_doas_that_refuses_is_told_with_the_line_that_is_missing() {
        var finding = wayToRoot(Map.of("doas", ended(1, "doas: Operation not permitted")));
        assertTrue(finding.says().contains("Operation not permitted"), finding.says());
        assertTrue(finding.remedy().orElseThrow().contains("permit alice as root"), finding::toString);
    }

    @Test
    void a_doas_whose_rules_are_damaged_is_not_told_to_have_one_more() {
        var finding = wayToRoot(Map.of("doas", ended(1, "doas: syntax error at line 1")));
        assertTrue(finding.says().contains("syntax error at line 1"), finding.says());
        assertEquals(
                "as root: ls -l /etc/doas.conf; doas -C /etc/doas.conf",
                finding.remedy().orElseThrow());
    }

    @Test
    void where_there_is_neither_sudo_is_missing() {
        var finding = wayToRoot(Map.of());
        assertEquals("sudo", finding.what());
        assertTrue(finding.remedy().orElseThrow().contains("apt-get install sudo"), finding::toString);
    }
}
