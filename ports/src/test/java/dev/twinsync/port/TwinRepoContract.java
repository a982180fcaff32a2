package dev.twinsync.port;

import static dev.twinsync.domain.shape.Field.withDefault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.DesiredPackage.Absent;
import dev.twinsync.domain.packages.DesiredPackage.Present;
import dev.twinsync.domain.packages.DesiredPackage.Source;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.PackageVersion;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every twin repository promises; the one in memory and the one on disk pass the same tests. */
public abstract class TwinRepoContract {

    protected static final Document<List<DesiredPackage>> PACKAGES =
            new Document<>("state/packages.yaml", FragmentShapes.desired(new Packages()), "what should be installed");

    protected static final List<DesiredPackage> HTOP = List.of(new Present(
            new PackageName("htop"), Source.APT, Optional.of(new PackageVersion("1.10")), Optional.of(true), false));

    protected static final List<DesiredPackage> NO_HTOP = List.of(new Absent(new PackageName("htop"), Source.APT));

    /** The gate of {@link #repo}. */
    protected final PlantedGate gate = new PlantedGate();

    /** Not yet created; the same one at each call within a test. */
    protected abstract TwinRepo repo();

    /** A document with two lists. */
    private record Words(List<String> words, List<String> others) {

        static final Document<Words> DOCUMENT = document();

        private static Document<Words> document() {
            var words = withDefault("words", Shape.list(Shape.text()), List.of(), Words::words);
            var others = withDefault("others", Shape.list(Shape.text()), List.of(), Words::others);
            var shape = new RecordShape<Words>(
                    List.of(words, others), line -> new Words(line.get(words), line.get(others)));
            return new Document<>("words.yaml", shape, "");
        }
    }

    private void assertWords(String... words) throws IOException {
        var expected = new Words(List.of(words), List.of("other"));
        assertEquals(new Reading.Value<>(Optional.of(expected)), repo().read(Words.DOCUMENT));
    }

    protected final TwinRepo created() throws IOException {
        repo().create(Map.of("config.yaml", bytes("a: b\n")));
        return repo();
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    protected final void store(String path, String text) throws IOException {
        repo().store(path, new ByteArrayInputStream(bytes(text)));
    }

    protected final String content(String path) throws IOException {
        try (var in = repo().open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void it_exists_once_it_is_created() throws IOException {
        assertFalse(repo().exists());
        assertTrue(created().exists());
        assertTrue(repo().root().isAbsolute());
    }

    @Test
    void creating_again_leaves_what_is_there() throws IOException {
        created();
        repo().create(Map.of("config.yaml", bytes("other"), "AGENTS.md", bytes("new")));
        assertEquals("a: b\n", content("config.yaml"));
        assertEquals("new", content("AGENTS.md"));
    }

    @Test
    void a_document_that_was_never_written_is_empty() throws IOException {
        assertEquals(new Reading.Value<>(Optional.empty()), created().read(PACKAGES));
    }

    @Test
    void a_document_is_read_as_it_was_written() throws IOException {
        created().write(PACKAGES, HTOP);
        assertEquals(new Reading.Value<>(Optional.of(HTOP)), repo().read(PACKAGES));
        repo().write(PACKAGES, NO_HTOP);
        assertEquals(new Reading.Value<>(Optional.of(NO_HTOP)), repo().read(PACKAGES));
    }

    @Test
    void bytes_that_are_no_document_are_wrong() throws IOException {
        created();
        store(PACKAGES.path(), "\u0000");
        var wrong = assertInstanceOf(Reading.Wrong.class, repo().read(PACKAGES));
        assertFalse(wrong.problems().isEmpty());
    }

    @Test
    void a_deleted_document_is_gone_and_deleting_it_again_is_nothing() throws IOException {
        created().write(PACKAGES, HTOP);
        repo().delete(PACKAGES.path());
        repo().delete(PACKAGES.path());
        repo().delete("never/was");
        assertEquals(new Reading.Value<>(Optional.empty()), repo().read(PACKAGES));
        assertEquals(List.of(), repo().list("state"));
    }

    @Test
    void bytes_survive_as_they_are() throws IOException {
        created();
        byte[] every = new byte[256 * 300];
        for (int index = 0; index < every.length; index++) {
            every[index] = (byte) (index / 300);
        }
        repo().store("filesystem/bin", new ByteArrayInputStream(every));
        store("filesystem/dos", "a\r\nb\r\n");
        try (var in = repo().open("filesystem/bin")) {
            assertArrayEquals(every, in.readAllBytes());
        }
        assertEquals("a\r\nb\r\n", content("filesystem/dos"));
    }

    @Test
    void a_digest_is_the_sha_256_of_the_bytes() throws IOException {
        created();
        var stored = repo().store("filesystem/abc", new ByteArrayInputStream(bytes("abc")));
        assertEquals("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", stored.text());
        assertEquals(Optional.of(stored), repo().digest("filesystem/abc"));
        assertEquals(Optional.empty(), repo().digest("filesystem/other"));
        assertEquals(Optional.empty(), repo().digest("filesystem"));
    }

    @Test
    void a_file_that_is_not_there_cannot_be_opened() throws IOException {
        created();
        var refused = assertThrows(IOException.class, () -> repo().open("filesystem/none"));
        assertTrue(refused.getMessage().contains("filesystem/none"), refused::getMessage);
    }

    @Test
    void a_list_has_the_files_below_a_folder_in_order() throws IOException {
        created();
        for (String path : List.of("plan/b", "plan/a/c", "plan/a-b", "plan/a/b/c", "planned/x")) {
            store(path, path);
        }
        assertEquals(List.of("plan/a-b", "plan/a/b/c", "plan/a/c", "plan/b"), repo().list("plan"));
        assertEquals(List.of("plan/a/b/c", "plan/a/c"), repo().list("plan/a"));
        assertEquals(List.of(), repo().list("nowhere"));
        assertEquals(List.of(), repo().list("plan/b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "..",
                "../x",
                "state/../../x",
                "state/..",
                "./state",
                "state/./x",
                "state//x",
                "state/",
                ".git/config",
                "filesystem/.GIT/hooks/x",
                "a\nb",
                "a\u0000b",
                "a\ud800b"
            })
    void a_path_that_leaves_the_repository_is_refused_everywhere(String path) throws IOException {
        created();
        var document = new Document<>(path, PACKAGES.shape(), "");
        assertThrows(IOException.class, () -> repo().read(document));
        assertThrows(IOException.class, () -> repo().write(document, HTOP));
        assertThrows(IOException.class, () -> repo().delete(path));
        assertThrows(IOException.class, () -> repo().list(path));
        assertThrows(IOException.class, () -> repo().digest(path));
        assertThrows(IOException.class, () -> repo().open(path));
        assertThrows(IOException.class, () -> store(path, "x"));
        assertThrows(IOException.class, () -> repo().commit("x", Set.of(path)));
        assertThrows(IOException.class, () -> repo().commit("x", Set.of("state"), Set.of(path)));
        assertThrows(IOException.class, () -> repo().leaks(Set.of(path)));
        assertThrows(IOException.class, () -> repo().edit(path, List.of(append("x"))));
        assertThrows(IOException.class, () -> repo().amend(document, HTOP));
        assertThrows(IOException.class, () -> repo().create(Map.of(path, bytes("x"))));
    }

    @Test
    void a_new_repository_has_no_commit() throws IOException {
        assertEquals(Optional.empty(), created().head());
        assertEquals(Optional.empty(), repo().commit("nothing", Set.of("state", "live")));
        assertEquals(Optional.empty(), repo().head());
    }

    @Test
    void a_commit_is_the_head_and_a_second_one_has_nothing_to_do() throws IOException {
        created().write(PACKAGES, HTOP);
        var first = repo().commit("one", Set.of("state", "config.yaml"));
        assertTrue(first.isPresent());
        assertEquals(first, repo().head());
        assertEquals(Optional.empty(), repo().commit("two", Set.of("state", "config.yaml")));
        repo().write(PACKAGES, HTOP);
        assertEquals(Optional.empty(), repo().commit("three", Set.of("state")));
        assertEquals(first, repo().head());
    }

    @Test
    void a_commit_takes_what_is_below_its_paths_and_nothing_else() throws IOException {
        created();
        store("state/a", "a");
        store("state2/b", "b");
        store("live/c", "c");
        var first = repo().commit("state", Set.of("state")).orElseThrow();
        assertEquals(Optional.empty(), repo().commit("state", Set.of("state", "state/a")));
        var second = repo().commit("state2", Set.of("state2/b")).orElseThrow();
        var third = repo().commit("live", Set.of("live", "none")).orElseThrow();
        assertNotEquals(first, second);
        assertNotEquals(second, third);
        assertEquals(Optional.empty(), repo().commit("all", Set.of("state", "state2", "live")));
    }

    @Test
    void what_was_deleted_is_committed() throws IOException {
        created();
        store("live/a", "a");
        store("live/b", "b");
        repo().commit("both", Set.of("live"));
        repo().delete("live/a");
        assertTrue(repo().commit("one less", Set.of("live")).isPresent());
        repo().delete("live/b");
        assertTrue(repo().commit("none left", Set.of("live/b")).isPresent());
        assertEquals(Optional.empty(), repo().commit("still none", Set.of("live")));
    }

    @Test
    void a_folder_may_become_a_file_and_a_file_a_folder() throws IOException {
        created();
        store("filesystem/etc/a/b", "1");
        store("filesystem/etc/c", "2");
        repo().commit("first", Set.of("filesystem"));
        repo().delete("filesystem/etc/a/b");
        repo().delete("filesystem/etc/c");
        store("filesystem/etc/a", "3");
        store("filesystem/etc/c/d", "4");
        assertTrue(repo().commit("second", Set.of("filesystem/etc/a", "filesystem/etc/c/d"))
                .isPresent());
        assertEquals(List.of("filesystem/etc/a", "filesystem/etc/c/d"), repo().list("filesystem"));
        assertEquals(Optional.empty(), repo().commit("third", Set.of("filesystem")));
    }

    private List<String> places(List<Leak> leaks) {
        return leaks.stream().map(leak -> leak.file() + ":" + leak.line()).toList();
    }

    private List<String> refused(Executable commit) {
        return places(assertThrows(SecretFound.class, commit).leaks());
    }

    @Test
    void a_secret_is_refused_with_its_file_and_line_and_nothing_is_committed() throws IOException {
        created();
        var before = repo().commit("before", Set.of("config.yaml"));
        store("state/b", "1\n2\n3 planted-secret\n");
        store("state/a", "planted-secret");
        store("live/a", "a");
        var found = assertThrows(SecretFound.class, () -> repo().commit("x", Set.of("state", "live")));
        assertEquals(List.of("state/a:1", "state/b:3"), places(found.leaks()));
        assertTrue(found.getMessage().contains("state/a:1"), found::getMessage);
        assertTrue(found.getMessage().contains("twin config allow-secret 0123456789abcdef"), found::getMessage);
        assertFalse(found.getMessage().contains("planted-secret"), found::getMessage);
        assertEquals(before, repo().head());
        assertTrue(repo().commit("what is clean", Set.of("live")).isPresent());
        assertEquals(List.of("state/a:1", "state/b:3"), refused(() -> repo().commit("again", Set.of("state"))));
    }

    @Test
    void a_secret_is_refused_in_a_repository_without_commits_too() throws IOException {
        created();
        store("state/a", "planted-secret");
        assertEquals(List.of("state/a:1"), refused(() -> repo().commit("x", Set.of("state"))));
        assertEquals(Optional.empty(), repo().head());
    }

    @Test
    void what_the_last_commit_has_is_not_in_the_way_of_anything_else() throws IOException {
        created();
        store("state/a", "planted-secret");
        gate.sleep();
        repo().commit("from a time before the gate", Set.of("state"));
        gate.wake();
        store("state/b", "new");
        assertEquals(List.of(), repo().leaks(Set.of("state")));
        assertTrue(repo().commit("beside it", Set.of("state")).isPresent());
        store("state/a", "planted-secret\n");
        assertEquals(List.of("state/a:1"), places(repo().leaks(Set.of("state"))));
        assertEquals(List.of("state/a:1"), refused(() -> repo().commit("changed", Set.of("state"))));
    }

    @Test
    void once_the_secret_is_taken_out_the_rest_is_committed() throws IOException {
        created();
        store("state/a", "planted-secret");
        refused(() -> repo().commit("x", Set.of("state")));
        store("state/a", "reference");
        assertTrue(repo().commit("x", Set.of("state")).isPresent());
    }

    @Test
    void what_would_be_refused_is_told_without_a_commit_and_only_of_what_changed() throws IOException {
        created();
        store("state/a", "1\nplanted-secret");
        store("state/b", "clean");
        store("live/c", "planted-secret");
        assertEquals(List.of("live/c:1", "state/a:2"), places(repo().leaks(Set.of("state", "live", "none"))));
        assertEquals(List.of("state/a:2"), places(repo().leaks(Set.of("state/a"))));
        assertEquals(List.of(), repo().leaks(Set.of("state/b", "config.yaml")));
        assertEquals(Optional.empty(), repo().head());
    }

    @Test
    void the_gate_is_not_asked_for_files_outside_the_paths() throws IOException {
        created();
        store("state/a", "1");
        store("live/b", "planted-secret");
        repo().commit("x", Set.of("state"));
        repo().leaks(Set.of("state"));
        assertEquals(List.of("state/a"), gate.asked().stream().distinct().toList());
    }

    @Test
    void nothing_that_is_not_committed_is_in_the_way_of_no_commit() throws IOException {
        created();
        store("logs/a", "planted-secret");
        assertEquals(Optional.empty(), repo().commit("x", Set.of("live"), Set.of("logs")));
        assertEquals(List.of(), gate.asked());
    }

    @Test
    void what_comes_along_is_no_reason_for_a_commit() throws IOException {
        created();
        store("live/a", "1");
        store("logs/index", "1");
        var first = repo().commit("both", Set.of("live"), Set.of("logs/index"));
        assertTrue(first.isPresent());
        store("logs/index", "2");
        assertEquals(Optional.empty(), repo().commit("alone", Set.of("live"), Set.of("logs/index")));
        assertEquals(first, repo().head());
        store("live/a", "2");
        assertTrue(repo().commit("both", Set.of("live"), Set.of("logs/index")).isPresent());
        assertEquals(Optional.empty(), repo().commit("nothing left", Set.of("live", "logs")));
    }

    @Test
    void what_comes_along_may_be_below_the_paths_or_above_them() throws IOException {
        created();
        store("live/a", "1");
        store("live/deep/b", "1");
        assertTrue(repo().commit("within", Set.of("live"), Set.of("live/a")).isPresent());
        store("live/a", "2");
        store("live/deep/b", "2");
        assertTrue(repo().commit("around", Set.of("live/deep"), Set.of("live")).isPresent());
        assertEquals(Optional.empty(), repo().commit("nothing left", Set.of("live")));
    }

    @Test
    void a_secret_in_what_comes_along_is_refused_and_so_is_all_of_it() throws IOException {
        created();
        store("live/a", "1");
        store("logs/index", "planted-secret");
        assertEquals(List.of("logs/index:1"), refused(() -> repo().commit("x", Set.of("live"), Set.of("logs"))));
        assertEquals(Optional.empty(), repo().head());
        assertTrue(repo().commit("x", Set.of("live")).isPresent());
    }

    private static Edit append(String word) {
        return append(word, Optional.empty());
    }

    private static Edit append(String word, Optional<String> comment) {
        return new Edit.Append(Pointer.of("words"), Tree.text(word), comment);
    }

    private void edit(Edit... edits) throws IOException {
        repo().edit("words.yaml", List.of(edits));
    }

    @Test
    void a_list_gets_one_more_item() throws IOException {
        created().write(Words.DOCUMENT, new Words(List.of("one"), List.of("other")));
        edit(append("1.10", Optional.of("a # reason:\nwords: []")));
        assertWords("one", "1.10");
        edit(append("three"));
        assertWords("one", "1.10", "three");
    }

    @Test
    void a_list_that_is_missing_or_empty_is_made() throws IOException {
        created().write(Words.DOCUMENT, new Words(List.of(), List.of("other")));
        edit(append("one"));
        assertWords("one");
    }

    @Test
    void edits_are_done_one_after_the_other() throws IOException {
        created().write(Words.DOCUMENT, new Words(List.of("one", "two"), List.of("other")));
        var words = Pointer.of("words");
        edit(
                append("three"),
                new Edit.Remove(words.item(0)),
                new Edit.Set(words.item(1), Tree.text("3")),
                new Edit.Insert(words.item(0), Tree.text("zero")),
                new Edit.Insert(words.item(3), Tree.text("four")));
        assertWords("zero", "two", "3", "four");
        edit(new Edit.Remove(words), append("five"));
        assertWords("five");
        edit();
        assertWords("five");
    }

    @Test
    void what_is_set_is_made_with_the_maps_on_the_way() throws IOException {
        var document = new Document<>("map.yaml", Shape.tree(), "");
        created().write(document, Tree.map().put("a", "1").build());
        repo().edit(
                        "map.yaml",
                        List.of(
                                new Edit.Set(Pointer.of("b").key("c").key("d"), Tree.literal(true)),
                                new Edit.Set(Pointer.of("a"), Tree.literal(2))));
        assertEquals("{a: 2, b: {c: {d: true}}}", inline(document));
    }

    private String inline(Document<Tree> document) throws IOException {
        return repo().read(document) instanceof Reading.Value<Optional<Tree>>(var tree)
                ? tree.orElseThrow().inline()
                : "unreadable";
    }

    @Test
    void an_edit_that_fits_nothing_is_refused_and_so_are_those_before_it() throws IOException {
        created().write(Words.DOCUMENT, new Words(List.of("one"), List.of("other")));
        var words = Pointer.of("words");
        for (Edit unfit : List.of(
                new Edit.Remove(words.item(2)),
                new Edit.Remove(Pointer.of("none")),
                new Edit.Set(words.key("a"), Tree.text("x")),
                new Edit.Set(words.item(2), Tree.text("x")),
                new Edit.Insert(words.item(3), Tree.text("x")),
                new Edit.Append(words.item(0), Tree.text("x")))) {
            var refusal = assertThrows(IOException.class, () -> edit(append("two"), unfit));
            assertTrue(refusal.getMessage().contains(unfit.byHand("words.yaml")), refusal::getMessage);
            assertWords("one");
        }
    }

    @Test
    void what_is_no_document_is_left_as_it_is_and_the_message_says_what_to_write() throws IOException {
        created();
        store("bytes.yaml", "\u0000");
        for (String path : List.of("bytes.yaml", "nothing.yaml")) {
            var before = repo().digest(path);
            var refusal = assertThrows(IOException.class, () -> repo().edit(path, List.of(append("one"))));
            assertTrue(refusal.getMessage().contains(append("one").byHand(path)), refusal::getMessage);
            assertEquals(before, repo().digest(path));
        }
    }

    @Test
    void a_document_is_amended_to_say_something_else() throws IOException {
        created().amend(Words.DOCUMENT, new Words(List.of("one", "two", "three"), List.of("other")));
        assertWords("one", "two", "three");
        repo().amend(Words.DOCUMENT, new Words(List.of("four", "three", "one", "five"), List.of("other")));
        assertWords("four", "three", "one", "five");
        repo().amend(Words.DOCUMENT, new Words(List.of(), List.of("other")));
        assertWords();
    }

    @Test
    void what_cannot_be_read_is_not_amended() throws IOException {
        created();
        store(PACKAGES.path(), "\u0000");
        var before = repo().digest(PACKAGES.path());
        assertThrows(IOException.class, () -> repo().amend(PACKAGES, HTOP));
        assertEquals(before, repo().digest(PACKAGES.path()));
    }

    private String two(String path) throws IOException {
        created();
        store(path, "old");
        repo().write(PACKAGES, HTOP);
        repo().commit("the first\n\nwith a body", Set.of("config.yaml", "state", "filesystem"));
        store(path, "new");
        repo().write(PACKAGES, NO_HTOP);
        return repo().commit("the second", Set.of("state", "filesystem")).orElseThrow();
    }

    private static String text(RepoContents contents, String path) throws IOException {
        try (var in = contents.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_commit_shows_what_was_there_whatever_has_become_of_it() throws IOException {
        var second = two("filesystem/a");
        repo().delete("filesystem/a");
        repo().delete(PACKAGES.path());
        store("filesystem/later", "x");
        var before = repo().at("HEAD~1");
        assertEquals("old", text(before, "filesystem/a"));
        assertEquals(new Reading.Value<>(Optional.of(HTOP)), before.read(PACKAGES));
        assertEquals(List.of("filesystem/a"), before.list("filesystem"));
        assertEquals(Optional.of(Sha256.of(bytes("old"))), before.digest("filesystem/a"));
        assertEquals(
                new Reading.Value<>(Optional.of(NO_HTOP)), repo().at(second).read(PACKAGES));
        assertEquals("new", text(repo().at("HEAD"), "filesystem/a"));
    }

    @Test
    void a_commit_has_nothing_that_it_has_not() throws IOException {
        two("filesystem/a");
        var before = repo().at("HEAD~1");
        assertEquals(new Reading.Value<>(Optional.empty()), before.read(Words.DOCUMENT));
        assertEquals(Optional.empty(), before.digest("filesystem/b"));
        assertEquals(Optional.empty(), before.digest("filesystem"));
        assertEquals(List.of(), before.list("nowhere"));
        assertEquals(List.of(), before.list("filesystem/a"));
        var refused = assertThrows(IOException.class, () -> before.open("filesystem/b"));
        assertTrue(refused.getMessage().contains("filesystem/b"), refused::getMessage);
        for (String path : List.of("", "/etc/passwd", "../x", "filesystem/../x", ".git/config", "filesystem/")) {
            assertThrows(IOException.class, () -> before.open(path), path);
            assertThrows(IOException.class, () -> before.list(path), path);
            assertThrows(IOException.class, () -> before.digest(path), path);
        }
    }

    @Test
    void bytes_that_are_no_document_are_wrong_in_a_commit_too() throws IOException {
        created();
        store(PACKAGES.path(), "\u0000");
        repo().commit("broken", Set.of("state"));
        var wrong = assertInstanceOf(Reading.Wrong.class, repo().at("HEAD").read(PACKAGES));
        assertFalse(wrong.problems().isEmpty());
    }

    @Test
    void a_commit_is_named_in_full_in_short_or_counted_from_another() throws IOException {
        var second = two("filesystem/a");
        var first = repo().commitId("HEAD~1");
        assertEquals(second, repo().commitId(second.substring(0, 9)));
        assertEquals(first, repo().commitId(second.substring(0, 9) + "~1"));
        assertEquals(40, first.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "HEAD~2",
                "nowhere",
                "0000000000000000000000000000000000000000",
                "--all",
                "HEAD:state",
                "HEAD^{tree}",
                ":/first",
                "@{0}",
                "a\u001b[2Jb",
                "~1",
                "HEAD..HEAD"
            })
    void what_is_no_commit_is_refused_by_its_name(String commit) throws IOException {
        two("filesystem/a");
        for (Executable look : List.<Executable>of(() -> repo().at(commit), () -> repo().commitId(commit))) {
            var refused = assertThrows(IOException.class, look);
            assertTrue(refused.getMessage().contains("there is no commit"), refused::getMessage);
        }
    }

    @Test
    void a_repository_without_commits_shows_none() throws IOException {
        created();
        assertThrows(IOException.class, () -> repo().at("HEAD"));
        assertEquals(List.of(), repo().commits(Set.of(), 10));
    }

    @Test
    void the_commits_come_newest_first_with_what_they_changed() throws IOException {
        var second = two("filesystem/a");
        repo().delete("filesystem/a");
        repo().commit("gone", Set.of("filesystem"));
        var commits = repo().commits(Set.of(), 10);
        assertEquals(
                List.of("gone", "the second", "the first"),
                commits.stream().map(RepoCommit::title).toList());
        assertEquals(
                List.of(
                        List.of("filesystem/a"),
                        List.of("filesystem/a", "state/packages.yaml"),
                        List.of("config.yaml", "filesystem/a", "state/packages.yaml")),
                commits.stream().map(RepoCommit::paths).toList());
        assertEquals(second, commits.get(1).id());
        assertEquals("the first\n\nwith a body", commits.get(2).message());
        assertFalse(commits.getFirst().who().isBlank());
    }

    @Test
    void only_as_many_commits_as_asked_for_and_only_those_that_changed_something_there() throws IOException {
        two("filesystem/a");
        store("live/b", "b");
        repo().commit("live", Set.of("live"));
        assertEquals(List.of("live", "the second"), titles(Set.of(), 2));
        assertEquals(List.of("the second", "the first"), titles(Set.of("state"), 10));
        assertEquals(List.of("the first"), titles(Set.of("config.yaml"), 10));
        assertEquals(List.of(), titles(Set.of("plan"), 10));
    }

    private List<String> titles(Set<String> below, int most) throws IOException {
        return repo().commits(below, most).stream().map(RepoCommit::title).toList();
    }

    @Test
    void what_is_not_as_the_last_commit_has_it_is_told() throws IOException {
        two("filesystem/a");
        assertEquals(List.of(), repo().uncommitted(Set.of("state", "filesystem")));
        store("filesystem/a", "changed");
        store("filesystem/b", "added");
        store("live/c", "elsewhere");
        repo().delete(PACKAGES.path());
        assertEquals(
                List.of("filesystem/a", "filesystem/b", "state/packages.yaml"),
                repo().uncommitted(Set.of("state", "filesystem")));
        assertEquals(List.of("filesystem/b"), repo().uncommitted(Set.of("filesystem/b", "nowhere")));
        store("filesystem/a", "new");
        assertEquals(List.of("filesystem/b"), repo().uncommitted(Set.of("filesystem")));
    }
}
