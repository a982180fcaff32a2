package dev.twinsync.git.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.git.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the owner's rules of what is ignored leave to twin. */
class GitNeededTest extends GitFixture {

    private static final String[] ALL = {
        "config.yaml", ".gitignore", "AGENTS.md", "state", "live", "plan", "plugins", "schema", "filesystem"
    };

    private void wishFor(String content) throws IOException {
        store("state/files.yaml", """
                files:
                  - path: /etc/nsswitch.conf
                    twin_path: %s
                """.formatted(content));
    }

    @Test
    void the_documents_are_committed_whatever_is_ignored() throws IOException {
        put(".gitignore", "*.yaml\n*.json\n*.md\n.git*\nplan/\nlive\n");
        put(".git/info/exclude", "schema/\nplugins\n");
        for (String path : List.of(
                "AGENTS.md",
                "state/packages.yaml",
                "live/packages.yaml",
                "plan/latest.yaml",
                "plan/history/2026-11-22T13-05-00Z.yaml",
                "plugins/cron.user/schema.yaml",
                "schema/state.schema.json")) {
            store(path, "a: b\n");
        }
        commit(ALL);
        assertEquals("""
                .gitignore
                AGENTS.md
                config.yaml
                live/packages.yaml
                plan/history/2026-11-22T13-05-00Z.yaml
                plan/latest.yaml
                plugins/cron.user/schema.yaml
                schema/state.schema.json
                state/packages.yaml
                """, git("ls-files"));
        assertSound();
    }

    @Test
    void content_that_a_wish_names_is_committed_though_its_name_is_ignored() throws IOException {
        put(".gitignore", "*.conf\n");
        wishFor("filesystem/etc/nsswitch.conf");
        store("filesystem/etc/nsswitch.conf", "1");
        store("filesystem/etc/other.conf", "1");
        commit("state", "filesystem");
        assertEquals("filesystem/etc/nsswitch.conf\nstate/files.yaml\n", git("ls-files"));
        store("filesystem/etc/nsswitch.conf", "2");
        commit("filesystem");
        assertEquals("2", git("cat-file", "blob", "HEAD:filesystem/etc/nsswitch.conf"));
    }

    @Test
    void content_that_a_wish_names_is_committed_though_its_folder_is_ignored() throws IOException {
        put(".gitignore", "filesystem/\n");
        wishFor("'filesystem/n'");
        store("filesystem/n", "1");
        commit("state", "filesystem");
        assertEquals("filesystem/n\nstate/files.yaml\n", git("ls-files"));
        assertEquals("", git("status", "--porcelain", "filesystem", "state"));
    }

    @Test
    void what_editors_leave_beside_what_is_needed_stays_ignored() throws IOException {
        put(".gitignore", "*~\n.*.swp\n.#*\n");
        wishFor("filesystem/n");
        for (String path :
                List.of("filesystem/n~", "filesystem/.n.swp", "state/files.yaml~", "state/.files.yaml.swp")) {
            store(path, "1");
        }
        store("filesystem/n", "1");
        Files.createSymbolicLink(root.resolve("state/.#files.yaml"), root.resolve("me@here.1"));
        commit("state", "filesystem");
        assertEquals("filesystem/n\nstate/files.yaml\n", git("ls-files"));
        assertEquals(Optional.empty(), nothing("state", "filesystem"));
    }

    @Test
    void what_is_needed_is_looked_at_as_it_will_be_committed() throws IOException {
        put(".gitignore", "*.conf\n");
        wishFor("filesystem/nsswitch.conf");
        store("filesystem/nsswitch.conf", "planted-secret");
        assertEquals(1, repo.leaks(Set.of("filesystem")).size());
        assertEquals(List.of("filesystem/nsswitch.conf"), repo.uncommitted(Set.of("filesystem")));
    }

    @Test
    void a_wish_that_cannot_be_read_names_nothing_and_is_in_nobody_s_way() throws IOException {
        put(".gitignore", "*.conf\n");
        store("state/files.yaml", "twin_path: [filesystem/a.conf\n");
        store("filesystem/a.conf", "1");
        commit("state", "filesystem");
        assertEquals("state/files.yaml\n", git("ls-files"));
    }

    @Test
    void the_text_of_logs_stays_ignored() throws IOException {
        put(".gitignore", "/logs/*\n!/logs/current/\n/logs/current/*\n!/logs/current/index.yaml\n");
        store("logs/current/index.yaml", "1");
        store("logs/current/home_assistant/summary.yaml", "1");
        store("logs/current/journal/tail.txt", "1");
        commit("logs");
        assertEquals("logs/current/index.yaml\n", git("ls-files"));
    }
}
