package dev.twinsync.domain.files;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    private static final List<String> EVIL = List.of(
            "..",
            ".",
            "",
            "../..",
            "..//",
            "./.",
            "a/../..",
            "\u0000",
            "a\u0000b",
            "a\nb",
            "a\rb",
            "\u001b[2K",
            "\u0085",
            "\u2028",
            "\u2029",
            "\ufffd",
            "\ud800",
            "\u007f",
            "\t");

    private static final List<String> TAKEN_BY_GIT = List.of(
            ".git", ".GIT", ".Git", ".git ", ".git.", "git~1", "GIT~12", ".gitignore", ".gitattributes", ".gitmodules");

    /** Each evil part at each place of a path, with and without slashes around it. */
    static Stream<String> traversals() {
        var all = new ArrayList<String>();
        for (String part : EVIL) {
            all.add("/" + part);
            all.add("/etc/" + part);
            all.add("/etc/" + part + "/passwd");
            all.add("/" + part + "/etc/passwd");
            all.add("/etc/x/" + part + "/");
        }
        all.addAll(List.of("etc/passwd", "~/x", "//etc/passwd", "/etc//passwd", "/etc/", "/", "", " /etc/x", "C:/x"));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("traversals")
    void a_target_that_could_lead_elsewhere_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new TargetPath(text));
    }

    static Stream<String> traversalsOfTheRepository() {
        var below = traversals().filter(text -> text.startsWith("/")).map(text -> "filesystem" + text);
        var git = TAKEN_BY_GIT.stream()
                .flatMap(name -> Stream.of("filesystem/" + name, "filesystem/a/" + name + "/config"));
        var others = Stream.of(
                "filesystem",
                "/filesystem/x",
                "state/files.yaml",
                "../filesystem/x",
                "./filesystem/x",
                "Filesystem/x",
                "filesystem\\x",
                "filesystemx/y",
                "file:///etc/passwd",
                ".git/config",
                "filesystem/../.git/hooks/x");
        return Stream.of(below, git, others).flatMap(texts -> texts);
    }

    @ParameterizedTest
    @MethodSource("traversalsOfTheRepository")
    void a_twin_path_that_could_leave_the_mirror_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new TwinPath(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/proc",
                "/proc/1/mem",
                "/sys/x",
                "/dev/sda",
                "/run/x",
                "/etc/twin",
                "/etc/twin/config",
                "/var/lib/twin/journal",
                "/opt/twin",
                "/usr/lib/twin/x",
                "/usr/local/lib/twin"
            })
    void what_the_kernel_makes_up_and_what_is_twins_own_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new TargetPath(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/hosts",
                "/procs",
                "/etc/twinkle",
                "/etc/..x",
                "/etc/...",
                "/etc/x..",
                "/etc/a b",
                "/etc/é",
                "/etc/日本",
                "/etc/systemd/system/dev-disk-by\\x2duuid.swap",
                "/etc/.git",
                "/etc/-rf",
                "/etc/*",
                "/etc/\ud83d\ude00"
            })
    void an_ordinary_name_is_a_target_and_has_a_mirror(String text) {
        assertDoesNotThrow(() -> TwinPath.mirrorOf(new TargetPath(text)));
    }

    @Test
    void a_name_that_git_would_obey_stands_in_the_mirror_under_another() {
        assertEquals(new TwinPath("filesystem/etc/%.gitignore"), TwinPath.mirrorOf(new TargetPath("/etc/.gitignore")));
    }

    @Test
    void no_two_files_have_one_mirror() {
        var parts = Arbitraries.of("%", ".git", ".gitignore", ".GIT", "git~1", "\u200c", ".", "..", "x")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> String.join("", list))
                .filter(part -> !part.equals(".") && !part.equals(".."));
        Property.forAll(parts, part -> {
            var one = new TargetPath("/etc/" + part);
            var other = new TargetPath("/etc/%" + part);
            assertNotEquals(TwinPath.mirrorOf(one), TwinPath.mirrorOf(other), part);
        });
    }

    @Test
    void a_file_that_is_called_as_another_is_disguised_keeps_a_mirror_of_its_own() {
        assertEquals(
                new TwinPath("filesystem/etc/%%.gitignore"), TwinPath.mirrorOf(new TargetPath("/etc/%.gitignore")));
    }

    @Test
    void a_name_that_is_too_long_is_called_so() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new TargetPath("/etc/" + "n".repeat(256)));
        assertTrue(refused.getMessage().contains("no name of more than 255 characters"), refused::getMessage);
    }

    @Test
    void no_accepted_twin_path_leads_out_of_the_mirror() {
        var parts = Arbitraries.of("..", ".", "", "a", ".git", "\u0000", "a b", "...", "filesystem")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
        Property.forAll(parts, list -> {
            var text = "filesystem/" + String.join("/", list);
            boolean accepted = accepts(text);
            assertTrue(!accepted || staysInside(text), text);
            assertEquals(list.stream().allMatch(List.of("a", "a b", "...", "filesystem")::contains), accepted, text);
        });
    }

    private static boolean accepts(String text) {
        try {
            return new TwinPath(text).text().equals(text);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** Walks the parts as a kernel does. */
    private static boolean staysInside(String text) {
        var walk = new ArrayDeque<String>();
        for (String part : text.split("/", -1)) {
            if (part.equals("..")) {
                walk.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                walk.addLast(part);
            }
            if (!"filesystem".equals(walk.peekFirst())) {
                return false;
            }
        }
        return walk.size() > 1;
    }

    @Test
    void a_message_shows_no_control_character() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new TargetPath("/a\u001b[2K\u202eb"));
        assertTrue(refused.getMessage().contains("\\u001b[2K\\u202eb"), refused::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"644", "0888", "00644", "rw-r--r--", "", "0o644"})
    void a_mode_has_four_octal_digits(String text) {
        assertThrows(IllegalArgumentException.class, () -> new FileMode(text));
    }

    @Test
    void a_mode_is_the_permission_bits_of_the_kernel() {
        assertEquals(new FileMode("4755"), FileMode.of(0104755));
        assertEquals(new FileMode("0007"), FileMode.of(07));
        assertEquals(new FileMode("0000"), FileMode.of(0100000));
        assertEquals(04755, new FileMode("4755").bits());
        assertEquals("rw-r-x--x", new FileMode("0651").letters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-root", "root:root", "a b", "01", "root\n", "$", "+1"})
    void an_account_has_a_name_or_a_number(String text) {
        assertThrows(IllegalArgumentException.class, () -> new AccountName(text));
    }

    @Test
    void a_link_leads_where_it_led_but_for_slashes_that_say_nothing() {
        assertEquals("/", new LinkTarget("//").text());
        assertEquals("../a/b", new LinkTarget("..//a/b/").text());
        assertThrows(IllegalArgumentException.class, () -> new LinkTarget(""));
        assertThrows(IllegalArgumentException.class, () -> new LinkTarget("a\nb"));
    }

    @Test
    void a_glob_stays_within_a_name_unless_it_has_two_stars_and_covers_what_is_below() {
        assertTrue(meets("/etc/cups", "/etc/cups/ppd/x"));
        assertFalse(meets("/etc/cups", "/etc/cupsd"));
        assertFalse(meets("/etc/*/x", "/etc/a/b/x"));
        assertTrue(meets("/etc/**/x", "/etc/a/b/x"));
        assertTrue(meets("*.bak", "/etc/a/hosts.bak"));
        assertFalse(meets("*.bak", "/etc/hosts.bakery"));
        assertTrue(meets("/etc/rc?.d", "/etc/rc5.d/S01x"));
        assertFalse(meets("/etc/a.b", "/etc/aXb"));
    }

    private static boolean meets(String glob, String path) {
        return PathGlob.any(List.of(new PathGlob(glob))).test(new TargetPath(path));
    }
}
