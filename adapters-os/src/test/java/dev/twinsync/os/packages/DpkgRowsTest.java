package dev.twinsync.os.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.packages.LivePackage.Status;
import dev.twinsync.os.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DpkgRowsTest {

    private static final DpkgRows ROWS = new DpkgRows("amd64");

    private static Answer<List<DpkgRow>> parse(String text) {
        return ROWS.parse(text);
    }

    private static Map<String, DpkgRow> captured() {
        var rows = assertInstanceOf(Answer.Given.class, parse(Captured.text("dpkg-query.txt")));
        return ((List<?>) rows.value())
                .stream().map(DpkgRow.class::cast).collect(Collectors.toMap(DpkgRow::key, row -> row));
    }

    private static String line(String want, String state, String flag) {
        return String.join("\t", want, state, flag, "htop", "amd64", "3.2.2-2", "no", "no", "", "", "", "") + "\n";
    }

    @Test
    void real_output_of_every_state() {
        var status = captured().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("twin-"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().status()));
        assertEquals(
                Map.of(
                        "twin-app:i386", Status.INSTALLED,
                        "twin-lib", Status.INSTALLED,
                        "twin-lib:i386", Status.INSTALLED,
                        "twin-toy", Status.INSTALLED,
                        "twin-toy-broken", Status.BROKEN,
                        "twin-toy-conf", Status.CONFIG_FILES,
                        "twin-toy-dep", Status.INSTALLED,
                        "twin-toy-slow", Status.BROKEN),
                status);
    }

    @Test
    void what_is_known_only_by_name_is_not_there() {
        assertTrue(!captured().containsKey("awk"));
    }

    @Test
    void hold_is_a_wish_and_not_a_state() {
        assertTrue(captured().get("twin-toy").hold());
        assertTrue(!captured().get("twin-toy-dep").hold());
    }

    @Test
    void a_multi_arch_library_of_this_machine_has_its_plain_name() {
        assertEquals("1:4.4.33-2", captured().get("libcrypt1").version());
    }

    @Test
    void what_a_package_says_of_itself_and_of_others() {
        var bash = captured().get("bash");
        assertTrue(bash.essential() && !bash.protect() && !bash.important());
        assertEquals(
                List.of(List.of("libc6"), List.of("libtinfo6"), List.of("base-files"), List.of("debianutils")),
                bash.needs());
        assertTrue(captured().get("e2fsprogs").important());
        assertTrue(captured().get("libcrypt1").protect());
        assertTrue(captured().get("apt").needs().contains(List.of("gpgv", "gpgv2", "gpgv1")));
        assertEquals(
                List.of("dbus-system-bus", "default-dbus-system-bus"),
                captured().get("dbus").provides());
    }

    @ParameterizedTest
    @CsvSource({
        "installed, ok, INSTALLED",
        "installed, reinstreq, BROKEN",
        "triggers-pending, ok, INSTALLED",
        "triggers-awaited, ok, INSTALLED",
        "triggers-pending, reinstreq, BROKEN",
        "half-installed, ok, BROKEN",
        "half-configured, ok, BROKEN",
        "unpacked, ok, BROKEN",
        "config-files, ok, CONFIG_FILES",
    })
    void each_state(String state, String flag, Status status) {
        var rows = assertInstanceOf(Answer.Given.class, parse(line("install", state, flag)));
        assertEquals(status, ((DpkgRow) ((List<?>) rows.value()).getFirst()).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "install\tinstalled\tok\thtop",
                "install\tinstalled\tok\thtop\tamd64\t3\tno\tno\t\t\t\t",
                "install\tinstalled\tok\thtop\tamd64\t3\tno\tno\t\t\t\n",
                "install\tinstalled\tok\thtop\tamd64\t3\tno\tno\t\t\t\t\tmore\n",
                "install\tinsta\u001b[2Klled\tok\thtop\tamd64\t3\tno\tno\t\t\t\t\n",
                "ii  htop 3.2.2-2 amd64 interactive processes viewer\n",
                "\n",
            })
    void output_that_is_cut_or_foreign_is_no_list(String text) {
        assertInstanceOf(Answer.None.class, parse(text), text);
    }

    @Test
    void the_complaint_shows_no_control_characters() {
        var missing = assertInstanceOf(Answer.None.class, parse("a\u001b[2Kb\n"));
        assertTrue(missing.reason().endsWith("a [2Kb"), missing.reason());
    }
}
