package dev.twinsync.flow.review;

import static dev.twinsync.flow.SimulatedTwin.absent;
import static dev.twinsync.flow.SimulatedTwin.folder;
import static dev.twinsync.flow.SimulatedTwin.installed;
import static dev.twinsync.flow.SimulatedTwin.present;
import static dev.twinsync.flow.SimulatedTwin.service;
import static dev.twinsync.flow.SimulatedTwin.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.content.KeptContents;
import dev.twinsync.flow.content.Opener;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.flow.view.Ignored;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.Unseen;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is there becomes the wish, where both differ. */
class AdoptTest {

    private final SimulatedTwin machine = new SimulatedTwin();

    @BeforeEach
    void a_machine_of_which_much_is_not_as_it_is_wished() throws IOException {
        machine.packages.put(installed("vim"));
        machine.services.put(service("a.service", UnitFileState.ENABLED, true));
        machine.init();
        machine.packages.put(installed("nano"));
        machine.packages.put(installed("telnet"));
        machine.files.put(new LiveFile.Directory(
                new TargetPath("/etc/a"), new FileMode("0700"), AccountName.ROOT, AccountName.ROOT));
        machine.wish(present("vim"), present("git"), absent("telnet"));
        machine.wish(folder("/etc/a"));
        machine.wish(wanted("a.service", false, true));
    }

    private Adopt.Result.Done adopt(String... keys) throws IOException {
        return assertInstanceOf(
                Adopt.Result.Done.class, new Adopt(machine.twin()).adopt(new Selection(List.of(keys)), Duration.ZERO));
    }

    private static List<String> said(Adopt.Result.Done done) {
        return done.things().stream().map(one -> one.sort() + " " + one.name()).toList();
    }

    private <D extends Keyed> List<D> wishes(Kind<D, ?, ?> kind) throws IOException {
        return machine.repo.read(Layout.desired(kind)) instanceof Reading.Value<Optional<List<D>>>(var found)
                ? found.orElse(List.of())
                : List.of();
    }

    private boolean isPlanEmpty() throws IOException {
        return machine.plan().sections().stream()
                .allMatch(section -> section.actions().isEmpty()
                        && section.blocked().isEmpty()
                        && section.later().isEmpty());
    }

    @Test
    void what_a_killed_adopt_left_without_its_commit_gets_it_when_it_is_run_again() throws IOException {
        machine.wish(present("vim"), present("nano"), present("telnet"));
        var before = machine.repo.head();
        var tried = assertInstanceOf(
                Adopt.Result.Done.class, new Adopt(machine.twin()).foresee(new Selection(List.of("packages:nano"))));
        assertEquals(before, machine.repo.head(), tried::toString);

        var done = adopt("packages:nano");
        assertEquals(List.of(), done.things());
        assertEquals(machine.repo.head(), done.commit());
        assertEquals(
                "twin adopt: what was in no commit yet",
                machine.repo.commits(Set.of(), 1).getFirst().message());
        assertEquals(List.of(), machine.repo.uncommitted(Set.of("state", "filesystem")));
        assertEquals(Optional.empty(), adopt("packages:nano").commit());
    }

    @Test
    void after_everything_was_adopted_there_is_nothing_to_do() throws IOException {
        assertEquals(
                List.of(
                        "DROPPED packages:git",
                        "ADDED packages:nano",
                        "CHANGED packages:telnet",
                        "CHANGED files:/etc/a",
                        "CHANGED services:a.service"),
                said(adopt()));
        assertTrue(isPlanEmpty());
        assertEquals(List.of(), said(adopt()));
        assertEquals(Optional.empty(), adopt().commit());
    }

    @Test
    void what_only_the_wish_says_stays_in_it() throws IOException {
        adopt("files:/etc/a");
        var file = assertInstanceOf(
                DesiredFile.Directory.class, wishes(new Files()).getFirst());
        assertEquals(List.of("web.service"), file.notifies());
        assertEquals(Optional.of(new FileMode("0700")), file.mode());
    }

    @Test
    void the_next_plan_is_what_was_left() throws IOException {
        machine.services.put(SimulatedTwin.service("web.service", UnitFileState.STATIC, true));
        adopt("packages:git", "services");
        var plan = machine.plan();
        assertEquals(
                List.of(
                        "packages.debian/remove/telnet",
                        "files.mirror/set-attributes//etc/a",
                        "services.systemd/restart/web.service"),
                plan.sections().stream()
                        .flatMap(section -> section.actions().stream().map(planned -> id(section, planned.action())))
                        .toList());
    }

    private static String id(Section<?, ?, ?> section, Action action) {
        return section.plugin() + "/" + action.op() + "/" + action.key();
    }

    /** Else state/ would be edited and could not be committed, and every command after this one would be refused. */
    @Test
    void what_is_called_like_a_secret_is_left_out() throws IOException {
        machine.files.put(new LiveFile.Directory(
                new TargetPath("/etc/token=Zk93hfQx81LmPq72"),
                new FileMode("0755"),
                AccountName.ROOT,
                AccountName.ROOT));
        var before = wishes(new Files());

        var done = adopt("files:/etc/token=Zk93hfQx81LmPq72");

        assertEquals(List.of(), said(done));
        assertEquals(Optional.empty(), done.commit());
        assertEquals(before, wishes(new Files()));
        var fingerprint = SimulatedTwin.REDACTION.fingerprints().of("Zk93hfQx81LmPq72");
        assertEquals(
                List.of("files:/etc/token=‹secret " + fingerprint + "›: its entry would hold what looks like a secret;"
                        + " if that is none, or may be seen: twin config allow-secret " + fingerprint),
                done.leftOut());
    }

    /** It was said that state/ says what is there. */
    @Test
    void what_is_wished_and_cannot_be_seen_is_left_out_and_told() throws IOException {
        machine.services.fail("systemd does not answer");
        var before = wishes(new Services());

        assertEquals(
                List.of("services cannot be seen: systemd does not answer"),
                adopt("services").leftOut());
        assertEquals(before, wishes(new Services()));
        assertEquals(List.of(), adopt("packages").leftOut());
        machine.ignored = new Ignored(List.of("services:*"));
        assertEquals(List.of(), adopt().leftOut());
    }

    @Test
    void a_try_changes_nothing() throws IOException {
        var before = machine.repo.head();
        var wished = wishes(new Packages());
        var done = assertInstanceOf(Adopt.Result.Done.class, new Adopt(machine.twin()).foresee(Selection.EVERYTHING));
        assertEquals(5, done.things().size());
        assertEquals(Optional.empty(), done.commit());
        assertEquals(wished, wishes(new Packages()));
        assertEquals(before, machine.repo.head());
    }

    @Test
    void what_nothing_is_called_is_wrong() throws IOException {
        var wrong = new Adopt(machine.twin()).adopt(new Selection(List.of("packages:nonesuch")), Duration.ZERO);
        assertInstanceOf(Adopt.Result.Unreadable.class, wrong);
    }

    @Test
    void what_is_ignored_is_in_no_plan_and_is_not_adopted() throws IOException {
        machine.ignored = new Ignored(List.of("packages:*", "files:/etc/a"));
        var done = adopt();
        assertEquals(List.of("CHANGED services:a.service"), said(done));
        assertEquals(List.of("packages:git", "packages:nano", "packages:telnet", "files:/etc/a"), done.ignored());
        assertEquals(List.of(), done.leftOut());
        assertTrue(isPlanEmpty());
    }

    @Test
    void who_names_what_is_ignored_hears_that_and_how_to_end_it() throws IOException {
        machine.ignored = new Ignored(List.of("packages:*", "packages:nano", "files:/etc/a"));
        var done = adopt("packages:nano");
        assertEquals(List.of(), said(done));
        assertEquals(
                List.of("packages:nano is ignored in config.yaml; to ignore it no longer, run:"
                        + " twin ignore --remove 'packages:*' packages:nano"),
                done.leftOut());
    }

    @Test
    void what_is_ignored_and_as_it_is_wished_is_nothing_to_tell_of() throws IOException {
        machine.ignored = new Ignored(List.of("packages:vim"));
        assertEquals(List.of(), adopt("packages:vim").leftOut());
    }

    /** There is a secret in it, for one. */
    private static final KeptContents<DesiredFile> UNKEEPABLE = new KeptContents<>() {
        @Override
        public Reading<DesiredFile> complete(DesiredFile wish) {
            return new Reading.Value<>(wish);
        }

        @Override
        public Optional<Opener> onMachine(DesiredFile wish) {
            return Optional.of(() -> {
                throw new IOException("line 2 looks like a secret");
            });
        }

        @Override
        public void keep(DesiredFile wish) throws IOException {
            try (var content = onMachine(wish).orElseThrow().open()) {
                content.readAllBytes();
            }
        }
    };

    @Test
    void a_try_leaves_out_what_could_not_be_taken_as_the_real_one_does() throws IOException {
        var twin = machine.with(Equipped.of("files.mirror", new Files(), machine.files, UNKEEPABLE));
        var tried = assertInstanceOf(Adopt.Result.Done.class, new Adopt(twin).foresee(Selection.EVERYTHING));
        assertEquals(List.of("files:/etc/a: line 2 looks like a secret"), tried.leftOut());
        assertEquals(tried, new Adopt(twin).adopt(Selection.EVERYTHING, Duration.ZERO));
    }

    @Test
    void what_is_named_and_cannot_be_seen_is_not_said_to_be_as_it_is_wished() throws IOException {
        machine.packages.fail("nobody may ask");
        for (String name : List.of("packages:vim", "packages:v*", "packages", "packages.debian", "*:vim")) {
            assertEquals(
                    List.of("packages cannot be seen: nobody may ask"),
                    adopt(name).leftOut(),
                    name);
        }
        assertEquals(List.of(), adopt("services:a.service").leftOut());
        assertEquals(List.of(), adopt("*:nobody-wishes-it").leftOut());
    }

    @Test
    void a_gap_that_is_named_is_told_with_its_reason() throws IOException {
        var looks = assertInstanceOf(
                        Reading.Value.class, machine.twin().view().survey().ofMachine())
                .value();
        for (Object look : (List<?>) looks) {
            if (look instanceof Look<?, ?, ?> one && one.plugin().kind().name().equals("packages")) {
                assertEquals(List.of("packages:git cannot be seen: odd"), unseen(one, "packages:git"));
                assertEquals(List.of("packages:extra cannot be seen: odd"), unseen(one, "packages:extra"));
                assertEquals(List.of(), unseen(one, "packages:vim"));
                assertEquals(List.of("packages:git cannot be seen: odd"), unseen(one, "packages"));
                return;
            }
        }
        throw new AssertionError("no packages");
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> List<String> unseen(
            Look<D, L, A> look, String name) {
        var gaps = List.of(new Observation.Gap("g*", "odd"), new Observation.Gap("extra", "odd"));
        var seen = new Observation.Seen<L>(List.of(), gaps);
        return new Unseen(new Selection(List.of(name)), Ignored.NOTHING)
                .in(new Look<>(look.plugin(), look.desired(), seen));
    }
}
