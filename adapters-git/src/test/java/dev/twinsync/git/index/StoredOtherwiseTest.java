package dev.twinsync.git.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.git.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that git stored in other bytes than they have, as rules wanted it; its index then says that nothing was changed. */
class StoredOtherwiseTest extends GitFixture {

    private static final String FILE = "filesystem/etc/a.conf";

    private void gitCommits() throws IOException {
        Files.setLastModifiedTime(
                root.resolve(FILE), FileTime.fromMillis(1_000_000)); // long before the index is written
        git("add", "--renormalize", "filesystem");
        git("add", "filesystem");
        git("-c", "user.name=a", "-c", "user.email=b", "commit", "-qm", "mine");
    }

    private String committed() throws IOException {
        return git("cat-file", "blob", "HEAD:" + FILE);
    }

    @ParameterizedTest
    @CsvSource({"text, 'a\r\nb\r\n'", "ident, '$Id: mine $\n'", "working-tree-encoding=ISO-8859-1, '\u00e9\n'"})
    void a_file_of_the_machine_is_changed_where_git_stored_it_otherwise(String rule, String content)
            throws IOException {
        store(FILE, content);
        commit("filesystem");
        put(".gitattributes", "* " + rule + "\n");
        gitCommits();
        assertEquals("", git("status", "--porcelain", "filesystem"));

        put(".gitattributes", "* -text\n");
        assertEquals(List.of(FILE), repo.uncommitted(Set.of("filesystem")));
        commit("filesystem");
        assertEquals(content, committed());
        assertEquals(List.of(), repo.uncommitted(Set.of("filesystem")));
        assertSound();
    }
}
