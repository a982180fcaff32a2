package dev.twinsync.domain.predecessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellConfigTest {

    private static ShellConfig read(String text) {
        return ShellConfig.read("config", text);
    }

    @Test
    void assignments_with_quotes_and_arrays_are_read_as_a_shell_reads_them() {
        var config = read("""
                # mine
                TWIN_REPO="/home/a b/twin"   # a remark
                export GITHUB_USER=alice
                EMPTY=
                QUOTED='it is $HOME and `x`'
                MIXED=/etc/"my dir"'/x'
                ESCAPED="a \\"b\\" \\$c \\\\ \\n"
                ROOTS=(/etc "/home/a b"  # in the middle
                  /srv)
                TWIN_REPO="/last"
                """);
        assertEquals(List.of(), config.leftOut());
        assertEquals(
                Map.of(
                        "TWIN_REPO", List.of("/last"),
                        "GITHUB_USER", List.of("alice"),
                        "EMPTY", List.of(""),
                        "QUOTED", List.of("it is $HOME and `x`"),
                        "MIXED", List.of("/etc/my dir/x"),
                        "ESCAPED", List.of("a \"b\" $c \\ \\n"),
                        "ROOTS", List.of("/etc", "/home/a b", "/srv")),
                config.values());
        assertEquals(10, config.line("TWIN_REPO"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A=$HOME/x",
                "A=\"$HOME/x\"",
                "A=${HOME}",
                "A=$(id)",
                "A=\"$(id)\"",
                "A=`id`",
                "A=\"`id`\"",
                "A=~/x",
                "A=x;id",
                "A=x & id",
                "A=x | id",
                "A=x id",
                "id",
                ". /etc/passwd",
                "source x",
                "A+=x",
                "A[0]=x",
                "A=<(id)",
                "A=x>y",
                "if true; then",
                "A={a,b}",
                "A=\\x",
                "A=\"x\"y$z"
            })
    void what_only_a_shell_could_make_something_of_is_left_out_and_told(String line) {
        var config = read("BEFORE=1\n" + line + "\n");
        assertEquals(Map.of("BEFORE", List.of("1")), config.values());
        assertEquals(1, config.leftOut().size(), config.leftOut()::toString);
        assertEquals("config:2", config.leftOut().getFirst().place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=\"$HOME/x\"", "A=$(id)", "A=`id`", "A=${B:-x}", "id now", "A=x B=y"})
    void where_one_sees_its_end_the_rest_is_read(String line) {
        assertEquals(List.of("2"), read(line + "\nB=2\n").values().get("B"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A=\"$(\nB=2\n)\"",
                "A=$(cat <<X\nB=2\nX\n)",
                "A=\"open\nB=2\n",
                "A='open\nB=2\n",
                "A=(x\nB=2\n",
                "A=($(id)\nB=2\n)",
                "cat <<X\nB=2\nX",
                "f() {\nB=2\n}",
                "A=`\nB=2\n`",
                "A=(x `id`\nB=2\n)"
            })
    void where_it_cannot_be_seen_nothing_behind_it_counts(String text) {
        var config = read(text);
        assertTrue(config.values().isEmpty(), config.values()::toString);
        assertTrue(config.leftOut().getFirst().reason().length() > 10);
    }

    @Test
    void words_are_parted_at_blanks_as_the_script_did() {
        assertEquals(List.of("/etc", "/srv"), read("FS_ROOTS=\" /etc  /srv \"").words("FS_ROOTS"));
        assertEquals(List.of(), read("FS_ROOTS=\"\"").words("FS_ROOTS"));
    }

    @Test
    void a_token_does_not_show_itself() {
        assertEquals("a token in line 3", new OldToken(3, "hunter2").toString());
    }
}
