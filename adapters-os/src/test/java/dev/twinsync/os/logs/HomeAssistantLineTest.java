package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeAssistantLineTest {

    private static String read(String line) {
        return switch (HomeAssistantLine.of(line)) {
            case HomeAssistantLine.Head(var written, var severity, var unit, var message) ->
                written.map(Object::toString).orElse("-") + " " + severity + " <" + unit + "> <" + message + ">";
            case HomeAssistantLine.Rest(var text) -> "rest <" + text + ">";
        };
    }

    private static HomeAssistantLine.Head head(String line) {
        return assertInstanceOf(HomeAssistantLine.Head.class, HomeAssistantLine.of(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-08-21 09:14:03.512 WARNING (MainThread) [homeassistant.components.mqtt] Broker not reachable | 2026-08-21T09:14:03 WARNING <homeassistant.components.mqtt> <Broker not reachable>
            2026-08-21 09:14:05.001 ERROR (SyncWorker_3) [homeassistant.components.rest] Timeout (10 s) [x] | 2026-08-21T09:14:05 ERROR <homeassistant.components.rest> <Timeout (10 s) [x]>
            2026-08-21 09:15:00.000 INFO (MainThread) [supervisor.api.middleware.security] /core/check access from core_ssh | 2026-08-21T09:15 INFO <supervisor.api.middleware.security> </core/check access from core_ssh>
            2026-08-21 09:15:00.1 CRITICAL (Thread-4 (worker)) [custom_components.x] m | 2026-08-21T09:15 CRITICAL <custom_components.x> <m>
            2026-08-21 09:15:00.1 FATAL (Thread-4) [root] m | 2026-08-21T09:15 CRITICAL <root> <m>
            2026-08-21 09:15:00,123 DEBUG (Thread-4) [root] m | 2026-08-21T09:15 DEBUG <root> <m>
            2019-08-21 09:14:05 ERROR (MainThread) [homeassistant.core] Error doing job: Task exception | 2019-08-21T09:14:05 ERROR <homeassistant.core> <Error doing job: Task exception>
            21-03-04 05:06:07 INFO (MainThread) [supervisor.store] Loading add-ons from store | 2021-03-04T05:06:07 INFO <supervisor.store> <Loading add-ons from store>
            2026-08-21 09:14:03.512 WARNING (MainThread) [a] | 2026-08-21T09:14:03 WARNING <a> <>
            """)
    void a_message_of_home_assistant_or_the_supervisor(String line, String expected) {
        assertEquals(expected, read(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            s6-rc: info: service legacy-services: starting | - INFO <s6-rc> <service legacy-services: starting>
            s6-rc: fatal: unable to take locks: Resource busy | - CRITICAL <s6-rc> <unable to take locks: Resource busy>
            cont-init: info: running /etc/cont-init.d/x.sh | - INFO <cont-init> <running /etc/cont-init.d/x.sh>
            services-up: warning: x | - WARNING <services-up> <x>
            [09:14:06] INFO: Home Assistant Core finish process exit code 100 | - INFO <container> <Home Assistant Core finish process exit code 100>
            [09:14:06] WARNING: x | - WARNING <container> <x>
            [09:14:06] FATAL: x | - CRITICAL <container> <x>
            [09:14:06] TRACE: x | - DEBUG <container> <x>
            """)
    void what_starts_and_ends_the_programs_of_a_container_has_no_time_of_its_own(String line, String expected) {
        assertEquals(expected, read(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Traceback (most recent call last):",
                "  File \"/usr/src/homeassistant/x.py\", line 10, in x",
                "ValueError: bad value",
                "",
                "2026-02-30 09:14:03.512 ERROR (MainThread) [a] no such day",
                "2026-08-21 25:14:03.512 ERROR (MainThread) [a] no such hour",
                " 2026-08-21 09:14:03.512 ERROR (MainThread) [a] indented",
                "x 2026-08-21 09:14:03.512 ERROR (MainThread) [a] behind something",
                "2026-08-21 09:14:03.512 LOUD (MainThread) [a] no level",
                "2026-08-21 09:14:03.512 ERROR (MainThread) no logger",
                "tool: error: unrecognized arguments",
                "[09:14] INFO: x"
            })
    void anything_else_belongs_to_the_message_before(String line) {
        assertEquals("rest <" + line + ">", read(line));
    }

    @Test
    void colours_are_no_part_of_a_line() {
        var coloured =
                "\u001b[33m2026-08-21 09:14:03.512 WARNING (MainThread) [homeassistant.components.mqtt] Broker\u001b[0m";
        assertEquals("2026-08-21T09:14:03 WARNING <homeassistant.components.mqtt> <Broker>", read(coloured));
        assertEquals("- INFO <container> <x>", read("[09:14:06] INFO: \u001b[32mx\u001b[0m"));
        assertEquals("- INFO <container> <x>", read("\u001b[32m[09:14:06] INFO: x\u001b[0m"));
    }

    @Test
    void what_steers_a_terminal_and_is_no_colour_stays_to_be_spelled_out() {
        assertEquals("rest <\u001b[2Jx\u001b]0;y\u0007>", read("\u001b[2Jx\u001b]0;y\u0007"));
    }

    @Test
    void only_the_script_of_the_container_tells_of_a_restart() {
        assertTrue(head("[09:14:06] INFO: Home Assistant Core finish process exit code 100")
                .isRestart());
        assertFalse(head("[09:14:06] INFO: Home Assistant Core finish process exit code 1")
                .isRestart());
        assertFalse(head("[09:14:06] INFO: Home Assistant Core finish process exit code 1001")
                .isRestart());
        assertFalse(head("2026-08-21 09:14:06.000 INFO (MainThread) [container]"
                        + " Home Assistant Core finish process exit code 100 ")
                .isRestart());
        assertFalse(head("2026-08-21 09:14:06.000 ERROR (MainThread) [x]"
                        + " [09:14:06] INFO: Home Assistant Core finish process exit code 100")
                .isRestart());
    }

    @Test
    void a_line_of_a_million_letters_is_read_in_no_time() {
        for (String part : new String[] {"a", "(", "\u001b[1", "[", "2026-08-21 ", "s6-"}) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> HomeAssistantLine.of(
                            "2026-08-21 09:14:03.512 ERROR (x" + part.repeat(1_000_000 / part.length())));
        }
    }
}
