package dev.twinsync.flow.apply;

import static dev.twinsync.flow.SimulatedTwin.folder;
import static dev.twinsync.port.SimulatedFiles.madeOnTheWay;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.plan.CheckPlan;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SimulatedJournal.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** The folders that twin makes above a file for want of them are foretold, and go again with the last file for which they were made. */
class FoldersOnTheWayTest {

    /** Stands for SIGKILL: nothing catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private SimulatedTwin twin = new SimulatedTwin();

    private static DesiredFile link(String path) {
        return new DesiredFile.Symlink(new TargetPath(path), new LinkTarget("/nowhere"), List.of());
    }

    private void stranger(String path) {
        twin.files.put(new LiveFile.Symlink(new TargetPath(path), new LinkTarget("/somewhere")));
    }

    private void wished(String... paths) throws IOException {
        twin.init();
        twin.wish(Stream.of(paths).map(FoldersOnTheWayTest::link).toArray(DesiredFile[]::new));
    }

    private void planned(String... paths) throws IOException {
        wished(paths);
        twin.plan();
    }

    private void applied() throws IOException {
        assertTrue(assertInstanceOf(RunResult.Finished.class, twin.apply()).succeeded());
        twin.now = twin.now.plusSeconds(60);
    }

    private Plan undo(String... what) throws IOException {
        return assertInstanceOf(Undo.Result.Planned.class, twin.undo(what))
                .saved()
                .plan();
    }

    private static List<String> ids(Plan plan) {
        return plan.sections().stream()
                .flatMap(section -> section.actions().stream().map(planned -> section.id(planned.action())))
                .toList();
    }

    private static List<String> effects(Plan plan) {
        return plan.sections().stream()
                .flatMap(section -> section.actions().stream())
                .flatMap(planned -> planned.effects().stream())
                .toList();
    }

    private static List<String> blocked(Plan plan) {
        return plan.sections().stream()
                .flatMap(section -> section.blocked().stream())
                .map(Step.Blocked::reason)
                .toList();
    }

    private List<String> paths() {
        return twin.files.things().stream().map(LiveFile::key).toList();
    }

    @Test
    void they_are_foretold_and_named_when_they_go_and_come_back_where_the_undo_is_undone() throws IOException {
        wished("/etc/new/deep/x");
        assertEquals(List.of("/etc/new", "/etc/new/deep"), effects(twin.plan()));
        applied();
        var after = twin.everything();
        assertEquals(List.of("/etc/new", "/etc/new/deep", "/etc/new/deep/x"), paths());

        assertEquals(
                List.of(
                        "files.mirror/delete-directory//etc/new",
                        "files.mirror/delete-directory//etc/new/deep",
                        "files.mirror/delete//etc/new/deep/x"),
                ids(undo()));
        applied();
        assertEquals(List.of(), paths());

        undo();
        applied();
        assertEquals(after, twin.everything());
        undo();
        applied();
        assertEquals(List.of(), paths());
    }

    @Test
    void many_files_in_one_tell_of_it_once_and_each_would_make_it() throws IOException {
        wished("/etc/new/x", "/etc/new/y", "/etc/new/z");
        assertEquals(List.of("/etc/new"), effects(twin.plan()));
        assertTrue(assertInstanceOf(RunResult.Finished.class, twin.apply("files:/etc/new/y"))
                .succeeded());
        twin.now = twin.now.plusSeconds(60);
        assertEquals(List.of("/etc/new", "/etc/new/y"), paths());
        undo();
        applied();
        assertEquals(List.of(), paths());
    }

    /** As where the folder was moved there and away again, or where it could not be made at first. */
    private void firstIsThereAlready(String path) {
        var wished = new LiveFile.Symlink(new TargetPath(path), new LinkTarget("/nowhere"));
        twin.meanwhile = () -> twin.files.put(wished);
    }

    private void takenAway(String path) {
        twin.files.remove(path);
        twin.meanwhile = () -> {};
    }

    @Test
    void where_the_first_that_needs_one_is_not_carried_out_the_next_makes_it_and_it_goes_with_that()
            throws IOException {
        planned("/etc/new/x", "/etc/new/y");
        firstIsThereAlready("/etc/new/x");
        applied();
        takenAway("/etc/new/x");
        assertEquals(List.of("/etc/new", "/etc/new/y"), paths());
        undo();
        applied();
        assertEquals(List.of(), paths());
    }

    @Test
    void so_it_does_wherever_such_a_run_is_cut_off_and_finished() throws IOException {
        planned("/etc/new/x", "/etc/new/y");
        firstIsThereAlready("/etc/new/x");
        applied();
        int writes = twin.journal.writes();
        for (int write = 2; write < writes; write++) {
            twin = new SimulatedTwin();
            planned("/etc/new/x", "/etc/new/y");
            firstIsThereAlready("/etc/new/x");
            twin.journal.failAt(write, Moment.AFTER_IT_LANDED, FoldersOnTheWayTest::kill);
            killed();
            assertInstanceOf(RunResult.Finished.class, twin.resume());
            twin.now = twin.now.plusSeconds(60);
            takenAway("/etc/new/x");
            undo();
            applied();
            assertEquals(List.of(), paths(), "cut off at " + write);
        }
    }

    @Test
    void one_that_was_there_stays_and_so_does_one_that_is_declared_by_now() throws IOException {
        twin.files.put(madeOnTheWay("/etc/old"));
        planned("/etc/old/x", "/etc/new/x");
        applied();
        twin.wish(folder("/etc/new", List.of()));
        assertEquals(List.of("files.mirror/delete//etc/new/x", "files.mirror/delete//etc/old/x"), ids(undo()));
        applied();
        assertEquals(List.of("/etc/new", "/etc/old"), paths());
    }

    @Test
    void one_that_is_declared_absent_is_not_declared() throws IOException {
        planned("/etc/new/x");
        applied();
        twin.wish(new DesiredFile.Absent(new TargetPath("/etc/new"), List.of()));
        undo();
        applied();
        assertEquals(List.of(), paths());
    }

    @Test
    void one_of_which_the_records_of_an_older_twin_know_nothing_stays() throws IOException {
        twin.files.tellsWhatComesAlong = false;
        planned("/etc/new/x", "/etc/new/y");
        applied();
        twin.files.tellsWhatComesAlong = true;
        assertEquals(List.of("files.mirror/delete//etc/new/x"), ids(undo("files:/etc/new/x")));
        assertEquals(List.of("files.mirror/delete//etc/new/x", "files.mirror/delete//etc/new/y"), ids(undo()));
        applied();
        assertEquals(List.of("/etc/new"), paths());
    }

    @Test
    void what_others_put_there_keeps_them_which_is_told() throws IOException {
        planned("/etc/new/deep/x");
        applied();
        stranger("/etc/new/deep/theirs");
        var plan = undo();
        assertEquals(List.of("files.mirror/delete//etc/new/deep/x"), ids(plan));
        assertEquals(List.of("/etc/new is not empty", "/etc/new/deep is not empty"), blocked(plan));
        applied();
        assertEquals(List.of("/etc/new", "/etc/new/deep", "/etc/new/deep/theirs"), paths());
    }

    @Test
    void a_file_that_is_taken_back_alone_leaves_them_to_the_others_and_the_last_one_takes_them_along()
            throws IOException {
        planned("/etc/new/a", "/etc/new/b", "/etc/new/deep/c");
        applied();

        var first = undo("files:/etc/new/deep/c");
        assertEquals(
                List.of("files.mirror/delete-directory//etc/new/deep", "files.mirror/delete//etc/new/deep/c"),
                ids(first));
        assertEquals(List.of(), blocked(first));
        assertEquals(
                List.of("files:/etc/new/deep/c", "files.mirror:/etc/new/deep"),
                first.basis().only());
        applied();
        assertEquals(List.of("files.mirror/delete//etc/new/a"), ids(undo("files:/etc/new/a")));
        applied();
        assertEquals(List.of("/etc/new", "/etc/new/b"), paths());

        undo("files:/etc/new/b");
        applied();
        assertEquals(List.of(), paths());
    }

    private static DesiredFile changed(String path) {
        return new DesiredFile.Symlink(new TargetPath(path), new LinkTarget("/elsewhere"), List.of());
    }

    @Test
    void what_a_newer_run_changed_in_one_and_is_undone_with_an_older_one_keeps_it() throws IOException {
        planned("/etc/motd", "/etc/new/x");
        applied();
        twin.wish(link("/etc/motd"), changed("/etc/new/x"));
        twin.plan();
        applied();
        var both = undo("files:/etc/new/x", "files:/etc/motd");
        assertEquals(List.of("files.mirror/delete//etc/motd", "files.mirror/link//etc/new/x"), ids(both));
        assertEquals(List.of(), blocked(both));
        assertEquals(
                List.of("files:/etc/new/x", "files:/etc/motd"), both.basis().only());
    }

    @Test
    void so_does_what_a_newer_run_took_away_there_and_is_brought_back() throws IOException {
        planned("/etc/new/x", "/etc/new/y");
        applied();
        twin.wish(new DesiredFile.Absent(new TargetPath("/etc/new/x"), List.of()), link("/etc/new/y"));
        twin.plan();
        applied();
        var both = undo("files:/etc/new/x", "files:/etc/new/y");
        assertEquals(List.of("files.mirror/link//etc/new/x", "files.mirror/delete//etc/new/y"), ids(both));
        applied();
        assertEquals(List.of("/etc/new", "/etc/new/x"), paths());
    }

    @Test
    void what_only_one_of_several_runs_had_to_do_with_goes_with_its_folder_however_it_is_named() throws IOException {
        planned("/etc/b", "/etc/new/a.conf");
        applied();
        twin.wish(link("/etc/b"), link("/etc/new/a.conf"), link("/etc/x.conf"));
        twin.plan();
        applied();
        assertEquals(List.of(), blocked(undo("files:*.conf", "files:/etc/b")));
        applied();
        assertEquals(List.of(), paths());
    }

    /** It would be made anew on the way, for everybody to look into. */
    @Test
    void a_folder_to_which_another_run_has_something_come_back_stays() throws IOException {
        planned("/etc/new/a");
        applied();
        twin.files.put(new LiveFile.Symlink(new TargetPath("/etc/new/c"), new LinkTarget("/nowhere")));
        twin.wish(link("/etc/new/a"), new DesiredFile.Absent(new TargetPath("/etc/new/c"), List.of()));
        twin.plan();
        applied();
        var both = undo("files:/etc/new/a", "files:/etc/new/c");
        assertEquals(List.of("files.mirror/delete//etc/new/a", "files.mirror/link//etc/new/c"), ids(both));
        assertEquals(List.of("/etc/new/c comes back in it"), blocked(both));
        SimulatedTwin.unfit(CheckPlan.Verdict.NothingToDo.class, twin.apply("files:/etc/new"));
        assertInstanceOf(RunResult.Finished.class, twin.apply("files:/etc/new", "files:/etc/new/a"));
        assertEquals(List.of("/etc/new"), paths());
    }

    @Test
    void a_link_in_the_place_of_a_folder_goes_though_nobody_sees_behind_it_what_was_in_that() throws IOException {
        twin.files.put(madeOnTheWay("/etc/l"));
        twin.files.put(new LiveFile.Symlink(new TargetPath("/etc/l/f"), new LinkTarget("/nowhere")));
        twin.wish(new DesiredFile.Absent(new TargetPath("/etc/l/f"), List.of()), link("/etc/l"));
        twin.plan();
        applied();
        var plan = undo();
        assertEquals(List.of("files.mirror/delete//etc/l", "files.mirror/make-directory//etc/l"), ids(plan));
        assertEquals(List.of("/etc/l is a symbolic link"), blocked(plan));
    }

    @Test
    void what_else_stands_there_is_looked_at_once_for_all_of_them_and_no_content_is_read_for_it() throws IOException {
        planned("/etc/new/deep/x", "/etc/new/deep/y", "/etc/new/z");
        applied();
        twin.files.looks.clear();
        undo("files:/etc/new/deep/x");
        var others = Set.of("/etc/new/deep/y", "/etc/new/z");
        assertEquals(
                List.of(new Scope.Glance(others)),
                twin.files.looks.stream()
                        .filter(scope -> scope instanceof Scope.Some some
                                && some.keys().stream().anyMatch(others::contains))
                        .toList());
    }

    @Test
    void one_that_cannot_be_looked_into_stays_with_what_may_be_in_it_and_the_rest_comes_back() throws IOException {
        planned("/etc/closed/deep/x", "/etc/motd");
        applied();
        twin.files.closed = Set.of("/etc/closed/deep");
        var plan = undo();
        assertEquals(List.of("files.mirror/delete//etc/motd"), ids(plan));
        assertEquals(
                List.of(
                        "/etc/closed/deep is closed",
                        "/etc/closed/deep/x may still be in it: /etc/closed/deep is closed",
                        "/etc/closed/deep/x may still be in it: /etc/closed/deep is closed"),
                blocked(plan).stream().sorted().toList());
        applied();
        twin.files.closed = Set.of();
        assertEquals(List.of("/etc/closed", "/etc/closed/deep", "/etc/closed/deep/x"), paths());
    }

    @Test
    void whatever_there_was_before_undo_brings_it_back_whole_or_file_by_file() {
        var paths = List.of("/etc/a/x", "/etc/a/b/x", "/etc/a/b/y", "/etc/a-b/x", "/etc/c/d/e/x");
        var some = Arbitraries.of(paths).set().ofMinSize(1);
        var folders = Arbitraries.of(
                Set.<String>of(),
                Set.of("/etc/a"),
                Set.of("/etc/a", "/etc/a/b", "/etc/a-b"),
                Set.of("/etc/c", "/etc/c/d"));
        Property.forSome(40, Combinators.combine(some, folders).as(Tuple::of), given -> {
            try {
                whole(given.get1(), given.get2());
                oneByOne(given.get1(), given.get2());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    private List<String> applied(Set<String> files, Set<String> folders) throws IOException {
        twin = new SimulatedTwin();
        folders.forEach(path -> twin.files.put(madeOnTheWay(path)));
        var before = twin.everything();
        planned(files.toArray(String[]::new));
        applied();
        return before;
    }

    private void whole(Set<String> files, Set<String> folders) throws IOException {
        var before = applied(files, folders);
        undo();
        applied();
        assertEquals(before, twin.everything());
    }

    private void oneByOne(Set<String> files, Set<String> folders) throws IOException {
        var before = applied(files, folders);
        for (String file : files) {
            assertEquals(List.of(), blocked(undo("files:" + file)));
            applied();
        }
        assertEquals(before, twin.everything());
    }

    private void killed() {
        assertThrows(Killed.class, twin::apply);
        twin.lock.heldByAnother(false);
    }

    private static void kill() {
        throw new Killed();
    }

    private void cutOff(int write, Moment moment) throws IOException {
        twin = new SimulatedTwin();
        planned("/etc/new/deep/x", "/etc/new/y");
        twin.journal.failAt(write, moment, FoldersOnTheWayTest::kill);
        killed();
    }

    private void cutOffBetweenFolderAndFile() throws IOException {
        planned("/etc/new/deep/x");
        twin.files.onTheWay = FoldersOnTheWayTest::kill;
        killed();
        twin.files.onTheWay = () -> {};
        assertEquals(List.of("/etc/new", "/etc/new/deep"), paths());
    }

    private void takenBack(String when) throws IOException {
        assertTrue(assertInstanceOf(RunResult.TakenBack.class, twin.rollBack()).complete(), when);
        assertEquals(List.of(), paths(), when);
    }

    private void finishedAndUndone(String when) throws IOException {
        assertInstanceOf(RunResult.Finished.class, twin.resume(), when);
        twin.now = twin.now.plusSeconds(60);
        undo();
        applied();
        assertEquals(List.of(), paths(), when);
    }

    @Test
    void wherever_a_run_is_cut_off_they_go_when_it_is_taken_back_and_when_it_is_finished_and_undone()
            throws IOException {
        planned("/etc/new/deep/x", "/etc/new/y");
        applied();
        int writes = twin.journal.writes();
        for (int write = 2; write < writes; write++) {
            for (Moment moment : Moment.values()) {
                cutOff(write, moment);
                takenBack(write + " " + moment);
                cutOff(write, moment);
                finishedAndUndone(write + " " + moment);
            }
        }
    }

    @Test
    void so_they_do_where_it_was_cut_off_between_folder_and_file() throws IOException {
        cutOffBetweenFolderAndFile();
        takenBack("taken back");
        twin = new SimulatedTwin();
        cutOffBetweenFolderAndFile();
        finishedAndUndone("finished");
    }

    @Test
    void where_a_run_is_taken_back_what_others_put_there_keeps_them_which_is_told() throws IOException {
        planned("/etc/new/x", "/etc/other/y");
        twin.journal.failAt(3, Moment.AFTER_IT_LANDED, FoldersOnTheWayTest::kill);
        killed();
        stranger("/etc/new/theirs");

        var taken = assertInstanceOf(RunResult.TakenBack.class, twin.rollBack());
        assertFalse(taken.complete());
        assertEquals(List.of("/etc/new", "/etc/new/theirs"), paths());
        assertEquals(
                List.of(new Outcome.RollbackFailed("/etc/new is not empty")),
                taken.past().results().stream()
                        .filter(result -> result.isAbout("files.mirror", "/etc/new/x"))
                        .map(ActionResult::outcome)
                        .toList());
    }
}
