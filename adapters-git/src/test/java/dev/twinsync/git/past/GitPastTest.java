package dev.twinsync.git.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.git.GitFixture;
import dev.twinsync.port.RepoCommit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The past as Git itself made it. */
class GitPastTest extends GitFixture {

    private void byGit(String message) throws IOException {
        git("add", "-A");
        git("-c", "user.name=Bob B", "-c", "user.email=bob@example.org", "commit", "-qm", message);
    }

    private List<String> paths(RepoCommit commit) {
        return commit.paths();
    }

    @Test
    void a_branch_a_tag_and_a_parent_are_names_of_commits() throws IOException {
        store("state/a", "1");
        var first = commit("config.yaml", "state");
        git("-c", "user.name=Bob", "-c", "user.email=bob@example.org", "tag", "-m", "said", "annotated");
        git("branch", "topic/one");
        store("state/a", "2");
        commit("state");
        for (String name : List.of("annotated", "topic/one", "HEAD^", "HEAD~", "main~1", first.substring(0, 7))) {
            assertEquals(first, repo.commitId(name), name);
        }
    }

    @Test
    void a_merge_changed_what_is_as_in_none_of_its_parents() throws IOException {
        store("state/a", "1");
        commit("config.yaml", "state");
        git("checkout", "-qb", "topic");
        put("state/b", "theirs");
        byGit("topic");
        git("checkout", "-q", "main");
        put("state/c", "ours");
        byGit("main");
        git("-c", "user.name=Bob", "-c", "user.email=bob@example.org", "merge", "-q", "--no-edit", "topic");
        var commits = repo.commits(Set.of(), 10);
        assertEquals(4, commits.size());
        assertEquals(List.of(), paths(commits.getFirst()));
        assertEquals(
                List.of("topic"),
                repo.commits(Set.of("state/b"), 10).stream()
                        .map(RepoCommit::title)
                        .toList());
    }

    @Test
    void who_made_a_commit_and_when_is_told() throws IOException {
        put("state/a", "1");
        byGit("by hand");
        var commit = repo.commits(Set.of(), 1).getFirst();
        assertEquals("Bob B <bob@example.org>", commit.author());
        assertEquals("Bob B", commit.who());
        assertEquals(
                git("log", "-1", "--format=%at").strip(),
                Long.toString(commit.time().getEpochSecond()));
    }

    @Test
    void a_link_in_a_commit_is_no_file_and_leads_nowhere() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        put("state/real", "real");
        Files.createSymbolicLink(root.resolve("state/link"), secret);
        Files.createSymbolicLink(root.resolve("linked"), Path.of("state"));
        byGit("links");
        var contents = repo.at("HEAD");
        assertEquals(List.of("state/real"), contents.list("state"));
        assertEquals(List.of(), contents.list("linked"));
        assertEquals(Optional.empty(), contents.digest("state/link"));
        assertEquals(Optional.empty(), contents.digest("linked/real"));
        assertSays(refusal(() -> contents.open("state/link")), "there is no file state/link");
    }

    @Test
    void more_than_one_thing_that_begins_so_is_said() throws IOException {
        for (int count = 0; count < 300; count++) {
            put("state/" + count, "content " + count);
        }
        byGit("many");
        var ids = git("cat-file", "--batch-check=%(objectname)", "--batch-all-objects")
                .lines()
                .toList();
        var shared = ids.stream()
                .map(id -> id.substring(0, 2))
                .filter(start -> ids.stream().filter(id -> id.startsWith(start)).count() > 1)
                .findFirst()
                .orElseThrow();
        assertTrue(refusal(() -> repo.at(shared)).contains(shared));
    }

    @Test
    void a_link_or_a_change_of_mode_is_a_change_that_is_not_committed() throws IOException {
        store("state/a", "1");
        store("state/b", "1");
        store("state/c", "1");
        commit("config.yaml", "state");
        assertEquals(List.of(), repo.uncommitted(Set.of("state")));
        putExecutable("state/a", "1");
        Files.delete(root.resolve("state/b"));
        Files.createSymbolicLink(root.resolve("state/b"), Path.of("a"));
        put("state/c", "1"); // written anew, and the same
        assertEquals(List.of("state/a", "state/b"), repo.uncommitted(Set.of("state")));
    }

    @Test
    void a_damaged_branch_is_no_branch_without_commits() throws IOException {
        store("state/a", "1");
        commit("state");
        Files.writeString(root.resolve(".git/refs/heads/main"), "nonsense\n");
        assertSays(refusal(() -> repo.commits(Set.of(), 10)), "the repository is damaged");
        assertSays(refusal(() -> repo.at("HEAD")), "the repository is damaged");
    }

    @Test
    void a_missing_object_is_damage_and_not_an_empty_past() throws IOException {
        store("state/a", "1");
        var first = commit("config.yaml", "state");
        store("state/a", "2");
        commit("state");
        Files.delete(root.resolve(".git/objects/" + first.substring(0, 2) + "/" + first.substring(2)));
        assertSays(refusal(() -> repo.commits(Set.of(), 10)), "damaged");
        assertSays(refusal(() -> repo.at("HEAD~1")), "damaged");
    }
}
