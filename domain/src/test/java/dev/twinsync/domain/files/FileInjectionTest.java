package dev.twinsync.domain.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would lead a wished file to another place, another owner or another content; {@link PathsTest} has more paths. */
class FileInjectionTest {

    private static Reading<DesiredFile> read(String key, String value) {
        var file = Tree.map();
        file.put("path", key.equals("path") ? value : "/etc/x");
        file.put("twin_path", key.equals("twin_path") ? value : "filesystem/etc/x");
        if (!key.endsWith("path")) {
            file.put(key, value);
        }
        return new Files().desired().read(file.build());
    }

    private static void assertRefused(String key, String value) {
        assertEquals(1, read(key, value).problems().size(), () -> key + ": " + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/../../x",
                "/..",
                "/etc//x",
                "/etc/./x",
                "/etc/x/",
                "/",
                "",
                "etc/x",
                "./x",
                "../x",
                "~/x",
                "-x",
                "/etc/x\u0000",
                "/etc/\u0000/x",
                "/etc/x\n",
                "/etc/x\ny",
                "/etc/x\r",
                "/etc/x\u001b[2K",
                "/etc/x\u0085",
                "/etc/x\u2028",
                "/proc/sysrq-trigger",
                "/proc",
                "/sys/power/state",
                "/dev/sda",
                "/run/x",
                "/var/lib/twin/journal/x",
                "/etc/twin/x"
            })
    void a_path_that_leads_elsewhere_is_refused(String path) {
        assertRefused("path", path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filesystem/../state/files.yaml",
                "filesystem/..",
                "filesystem/a/../../state",
                "filesystem//x",
                "filesystem/./x",
                "filesystem/",
                "filesystem",
                "",
                "state/files.yaml",
                "/filesystem/x",
                "/etc/shadow",
                "../filesystem/x",
                "./filesystem/x",
                "FILESYSTEM/x",
                ".git/config",
                "filesystem/.git/config",
                "filesystem/.GIT/hooks/post-commit",
                "filesystem/.gIt",
                "filesystem/.git./x",
                "filesystem/.git /x",
                "filesystem/git~1/x",
                "filesystem/.g\u200cit/config",
                "filesystem/.git\u206a/config",
                "filesystem/\ufeff.git/config",
                "filesystem/.gitattributes",
                "filesystem/x\u0000",
                "filesystem/x\u0000/../y",
                "filesystem/x\n",
                "filesystem/x\u001b]0;y",
                "filesystem/x\u2029",
                "file:///etc/shadow"
            })
    void a_twin_path_that_leads_elsewhere_is_refused(String path) {
        assertRefused("twin_path", path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-R",
                "--reference=/etc/shadow",
                "root:root",
                "root root",
                "root\n",
                "root\u0000",
                "../root",
                "00",
                "-1",
                "99999999999",
                "",
                "r\u043e\u043et",
                "+root"
            })
    void an_owner_that_is_an_option_or_no_account_is_refused(String account) {
        assertRefused("owner", account);
        assertRefused("group", account);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "9999", "0888", "644", "00644", "u+s", "-0644", "0644\n", "0o644", "", "+0644"})
    void a_mode_that_is_none_is_refused(String mode) {
        assertRefused("mode", mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000", "\u0000", "a\nb", "a\r", "a\u001b[2K", "\u2028"})
    void a_target_of_a_link_that_cannot_be_written_is_refused(String target) {
        assertThrows(IllegalArgumentException.class, () -> new LinkTarget(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-x.service",
                "--root=/",
                "/etc/x.service",
                "../x.service",
                "..",
                "ssh",
                "x.service\n",
                "x\u0000.service",
                "*.service",
                "a b.service",
                ""
            })
    void what_is_notified_must_be_a_unit(String unit) {
        var file = Tree.map()
                .put("path", "/etc/x")
                .put("twin_path", "filesystem/etc/x")
                .put("notify", Tree.list(List.of(Tree.text(unit))));
        assertFalse(new Files().desired().read(file.build()).problems().isEmpty(), unit);
    }

    @Test
    void a_file_whose_name_macs_would_take_for_gits_own_has_a_mirror_all_the_same() {
        assertEquals(
                "filesystem/etc/%.g\u200cit/%\u200d/%\u200d..",
                TwinPath.mirrorOf(new TargetPath("/etc/.g\u200cit/\u200d/\u200d.."))
                        .text());
    }

    /** Their patterns go through every part of a path: the longest must not be too deep for the stack. */
    @Test
    void the_longest_path_is_read_and_a_longer_one_refused() {
        var deepest = "/a".repeat(2047);
        assertEquals(deepest, new TargetPath(deepest).text());
        assertEquals(
                "filesystem" + deepest,
                TwinPath.mirrorOf(new TargetPath(deepest)).text());
        assertThrows(IllegalArgumentException.class, () -> new TargetPath("/a".repeat(1_000_000)));
        assertThrows(IllegalArgumentException.class, () -> new TwinPath("filesystem" + "/a".repeat(1_000_000)));
    }
}
