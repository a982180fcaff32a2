package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.DeleteDirectory;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.MakeDirectory;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.port.Forecast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an apply would have to refuse is told when the plan is made. */
class ForesightTest {

    private static final FileMode MODE = new FileMode("0755");
    private static final AccountName NOBODY_KNOWN = new AccountName("no-such-account");

    @TempDir
    private Path directory;

    private Bench bench;

    @BeforeEach
    void furnish() {
        bench = new Bench(directory);
    }

    private Map<String, Forecast> forecast(FileAction... plan) {
        return bench.files().forecast(List.of(plan));
    }

    private void assertImpossible(String because, String key, FileAction... plan) {
        var forecast = forecast(plan).get(bench.target(key).text());
        var reason = assertInstanceOf(Forecast.Impossible.class, forecast).reason();
        assertTrue(reason.contains(because), reason);
    }

    private MakeDirectory make(String below) {
        return new MakeDirectory(bench.target(below), MODE, bench.owner(), bench.group());
    }

    @Test
    void what_will_work_is_told_nothing_of() throws IOException {
        bench.put("old/file", "x");
        assertEquals(
                Map.of(),
                forecast(
                        bench.write("old/file", "y", "0644"),
                        new Link(bench.target("old/link"), new LinkTarget("/nowhere")),
                        make("old/folder")));
    }

    @Test
    void an_account_that_is_not_there_waits_for_what_may_bring_it() throws IOException {
        bench.put("file", "x");
        var owner = new SetAttributes(bench.target("file"), MODE, NOBODY_KNOWN, bench.group());
        var group = new MakeDirectory(bench.target("folder"), MODE, bench.owner(), NOBODY_KNOWN);
        assertEquals(
                Map.of(
                        owner.key(), new Forecast.Unknown("user no-such-account"),
                        group.key(), new Forecast.Unknown("group no-such-account")),
                forecast(owner, group));
    }

    @Test
    void nothing_can_be_below_a_file_that_is_there_or_below_one_that_is_wished_for() throws IOException {
        bench.put("file", "x");
        assertImpossible("file is not a directory", "file/below", bench.write("file/below", "x", "0644"));
        assertImpossible(
                "wishes for a file or link at " + bench.at("a/b"),
                "a/b/c/below",
                bench.write("a/b", "x", "0644"),
                bench.write("a/b/c/below", "x", "0644"));
        assertImpossible(
                "wishes for a file or link at " + bench.at("link"),
                "link/below",
                new Link(bench.target("link"), new LinkTarget("/etc")),
                make("link/below"));
    }

    @Test
    void a_file_that_the_same_plan_makes_a_folder_may_have_something_below_it() throws IOException {
        bench.put("file", "x");
        assertEquals(
                Map.of(),
                forecast(new Delete(bench.target("file")), make("file"), bench.write("file/below", "x", "0644")));
    }

    @Test
    void a_folder_to_which_everybody_may_write_is_told_of_unless_the_same_plan_takes_that_right_away()
            throws IOException {
        var folder = bench.put("open/file", "x").getParent();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        var write = bench.write("open/file", "y", "0644");
        assertImpossible("chmod o-w", "open/file", write);
        var shut = new SetAttributes(bench.target("open"), MODE, bench.owner(), bench.group());
        assertEquals(Map.of(), forecast(shut, write));
        var stillOpen = new SetAttributes(bench.target("open"), new FileMode("0777"), bench.owner(), bench.group());
        assertImpossible("lets everybody write to", "open/file", stillOpen, write);
    }

    @Test
    void a_folder_that_holds_something_is_not_removed_unless_the_same_plan_empties_it() throws IOException {
        bench.put("full/one", "x");
        bench.put("full/two", "x");
        var removal = new DeleteDirectory(bench.target("full"));
        assertImpossible("is not empty", "full", removal);
        assertImpossible("two is in it", "full", removal, new Delete(bench.target("full/one")));
        assertImpossible("is not empty", "full", removal, bench.write("full", "a file now", "0644"));
        assertEquals(
                Map.of(),
                forecast(removal, new Delete(bench.target("full/one")), new Delete(bench.target("full/two"))));
    }

    @Test
    void a_folder_in_which_another_one_stays_is_not_removed_either() throws IOException {
        bench.put("full/deep/theirs", "x");
        bench.put("full/deep/ours", "x");
        FileAction[] plan = {
            new DeleteDirectory(bench.target("full")),
            new DeleteDirectory(bench.target("full/deep")),
            new Delete(bench.target("full/deep/ours"))
        };
        assertImpossible("deep is in it", "full", plan);
        assertImpossible("theirs is in it", "full/deep", plan);
    }

    @Test
    void folders_that_are_made_on_the_way_are_told_beside_the_first_that_needs_them() throws IOException {
        bench.put("old/file", "x");
        var one = bench.write("old/new/deep/one", "x", "0644");
        var two = new Link(bench.target("old/new/two"), new LinkTarget("/nowhere"));
        var three = make("old/new/three/folder");
        assertEquals(
                Map.of(
                        one.key(), brings("old/new", "old/new/deep"),
                        three.key(), brings("old/new/three")),
                forecast(one, two, three, bench.write("old/file", "y", "0644"), new Delete(bench.target("no/such"))));
    }

    @Test
    void those_that_the_same_plan_makes_by_name_are_not_told_unless_it_cannot() throws IOException {
        var below = bench.write("new/deep/file", "x", "0644");
        assertEquals(Map.of(below.key(), brings("new/deep")), forecast(make("new"), below));
        var cannot = new MakeDirectory(bench.target("new"), MODE, NOBODY_KNOWN, bench.group());
        assertEquals(brings("new", "new/deep"), forecast(cannot, below).get(below.key()));
    }

    @Test
    void so_are_those_below_one_that_is_made_where_a_link_to_another_was() throws IOException {
        bench.put("old/deep/file", "x");
        Files.createSymbolicLink(bench.at("new"), bench.at("old"));
        var below = bench.write("new/deep/file", "x", "0644");
        assertEquals(
                Map.of(below.key(), brings("new/deep")), forecast(new Delete(bench.target("new")), make("new"), below));
    }

    @Test
    void what_cannot_be_done_brings_nothing_along() {
        assertImpossible(
                "wishes for a file or link at",
                "a/b/new/below",
                bench.write("a/b", "x", "0644"),
                bench.write("a/b/new/below", "x", "0644"));
    }

    private Forecast brings(String... folders) {
        return new Forecast.Effects(
                Stream.of(folders).map(folder -> bench.target(folder).text()).toList(), List.of());
    }

    @Test
    void the_names_of_a_file_are_not_parted() throws IOException {
        Files.createLink(bench.at("other"), bench.put("one", "x"));
        assertImpossible("has 2 names", "one", bench.write("one", "y", "0644"));
        assertImpossible(
                "has 2 names", "one", new SetAttributes(bench.target("one"), MODE, bench.owner(), bench.group()));
        assertEquals(Map.of(), forecast(new Delete(bench.target("other"))));
    }
}
