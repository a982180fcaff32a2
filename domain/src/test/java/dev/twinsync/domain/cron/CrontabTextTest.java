package dev.twinsync.domain.cron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.cron.CronAction.Add;
import dev.twinsync.domain.cron.CronAction.Change;
import dev.twinsync.domain.cron.CronAction.Disable;
import dev.twinsync.domain.cron.CronAction.Enable;
import dev.twinsync.domain.cron.CronAction.Remove;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

class CrontabTextTest {

    private static final UserName ALICE = new UserName("alice");
    private static final CronId BACKUP = new CronId("backup");

    private static Arbitrary<String> line() {
        return Arbitraries.of(
                "0 3 * * * true",
                "0 3 * * * true",
                "\t0  3 * * *\t true  ",
                "*/61 * * * * odd",
                "@daily echo é \\% x%stdin",
                "# twin:backup",
                "# twin:other",
                "# twin:" + derived("0 3 * * *", "true"),
                "#0 4 * * * parked",
                "# 0 4 * * * parked",
                "# a remark of five words",
                "#",
                "",
                "   ",
                "PATH=/usr/bin:/bin",
                "MAILTO=\"\"",
                "MAILTO=me@example.org",
                "MAILTO = 'it is'  ",
                "*/5=odd",
                "* * * * *",
                "garbage",
                "0 3 * * * a\rb",
                "0 3 * * * a\uDC80b",
                "=",
                "@daily =x");
    }

    private static Arbitrary<String> crontab() {
        return line().list().ofMaxSize(12).map(lines -> lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    private static Arbitrary<CronJob> job() {
        return Combinators.combine(
                        Arbitraries.of("0 3 * * *", "@daily", "*/5 * * * *").map(Schedule::new),
                        Arbitraries.of("true", "odd", "changed").map(CronCommand::new),
                        Arbitraries.of(true, false),
                        Arbitraries.of(
                                        Map.<String, String>of(),
                                        Map.<String, String>of(),
                                        Map.of("MAILTO", ""),
                                        Map.of("PATH", "/usr/bin:/bin"),
                                        Map.of("PATH", "/bin", "MAILTO", "me@example.org"))
                                .map(CronEnvironment::new))
                .as(CronJob::new);
    }

    private static Arbitrary<CronAction> action() {
        var ids = Arbitraries.of("backup", "other", derived("0 3 * * *", "true"), "entry-new")
                .map(CronId::new);
        return Combinators.combine(ids, job(), Arbitraries.integers().between(0, 4))
                .as((id, job, op) -> switch (op) {
                    case 0 -> new Add(id, ALICE, job);
                    case 1 -> new Change(id, ALICE, job);
                    case 2 -> new Remove(id, ALICE);
                    case 3 -> new Enable(id, ALICE);
                    default -> new Disable(id, ALICE);
                });
    }

    private record Edit(String text, CronAction action) {}

    private static Arbitrary<Edit> edits() {
        return Combinators.combine(crontab(), action()).as(Edit::new);
    }

    private static String derived(String schedule, String command) {
        return CrontabText.parse(schedule + " " + command + "\n")
                .seenBy(ALICE)
                .live()
                .getFirst()
                .id()
                .text();
    }

    private static Optional<String> edited(String text, CronAction... actions) {
        return switch (CrontabText.parse(text).with(List.of(actions))) {
            case CrontabEdit.Changed(var changed) -> Optional.of(changed.print());
            case CrontabEdit.Impossible _ -> Optional.empty();
        };
    }

    private static List<LiveCronEntry> live(String text) {
        return CrontabText.parse(text).seenBy(ALICE).live();
    }

    private static CronJob job(String schedule, String command) {
        return new CronJob(new Schedule(schedule), new CronCommand(command), true, CronEnvironment.NONE);
    }

    private static CronJob job(String schedule, String command, Map<String, String> environment) {
        return new CronJob(new Schedule(schedule), new CronCommand(command), true, new CronEnvironment(environment));
    }

    @Test
    void printing_what_was_parsed_gives_the_same_text_whatever_it_is() {
        Property.forAll(
                Arbitraries.strings().all(),
                text -> assertEquals(text, CrontabText.parse(text).print()));
        Property.forAll(
                Arbitraries.strings().withChars("\n# \t=*a"),
                text -> assertEquals(text, CrontabText.parse(text).print()));
        Property.forAll(
                crontab(), text -> assertEquals(text, CrontabText.parse(text).print()));
    }

    @Test
    void any_text_can_be_looked_at() {
        Property.forAll(
                Arbitraries.strings().withChars("\n\n# \t=*a0123twin:'\"\r\0,-/@"),
                text -> assertEquals(live(text), live(text)));
    }

    @Test
    void whatever_an_entry_says_is_read_back_from_its_line() {
        var commands = Arbitraries.strings().all().filter(CrontabTextTest::isCommand);
        var values = Arbitraries.strings().withChars("ab '\"=#%é\t\\").ofMaxLength(6);
        var jobs = Combinators.combine(job(), commands, values.filter(CrontabTextTest::isValue))
                .as((job, command, value) -> new CronJob(
                        job.schedule(),
                        new CronCommand(command),
                        job.enabled(),
                        new CronEnvironment(Map.of("A", value))));
        Property.forAll(
                jobs,
                job -> assertEquals(
                        List.of(new LiveCronEntry(BACKUP, ALICE, job)),
                        live(edited("", new Add(BACKUP, ALICE, job)).orElseThrow())));
    }

    private static boolean isCommand(String text) {
        return accepts(() -> new CronCommand(text));
    }

    private static boolean isValue(String text) {
        return accepts(() -> new CronEnvironment(Map.of("A", text)));
    }

    private static boolean accepts(Runnable constructor) {
        try {
            constructor.run();
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Test
    void an_action_does_what_the_kind_foretells_and_leaves_every_other_entry_as_it_was() {
        var cron = new Cron();
        Property.forAll(edits(), edit -> {
            var key = edit.action().key();
            var before = CrontabText.parse(edit.text()).seenBy(ALICE);
            edited(edit.text(), edit.action()).ifPresent(text -> {
                var after = CrontabText.parse(text).seenBy(ALICE);
                if (before.gapOver(key).isEmpty()) {
                    assertEquals(cron.after(before.find(key), edit.action()), after.find(key));
                }
                assertEquals(without(before.live(), key), without(after.live(), key));
            });
        });
    }

    private static List<LiveCronEntry> without(List<LiveCronEntry> live, String key) {
        return live.stream().filter(entry -> !entry.key().equals(key)).toList();
    }

    @Test
    void foreign_lines_stay_byte_for_byte_and_in_order_under_any_sequence_of_actions() {
        var cases = Combinators.combine(crontab(), action().list().ofMaxSize(5)).as((text, actions) -> {
            var edits = new ArrayList<Edit>();
            edits.add(new Edit(text, new Remove(BACKUP, ALICE)));
            actions.forEach(action -> edits.add(new Edit(text, action)));
            return edits;
        });
        Property.forAll(cases, edits -> {
            var text = edits.getFirst().text();
            var touched = edits.stream().map(edit -> edit.action().key()).toList();
            var foreign = foreignLines(text, touched);
            for (Edit edit : edits) {
                text = edited(text, edit.action()).orElse(text);
                assertTrue(isWithin(foreign, CrontabText.parse(text).lines()), text);
            }
        });
    }

    /** All but the lines of touched entries, and but marks and settings, which may belong to them. */
    private static List<String> foreignLines(String text, List<String> touched) {
        var lines = CrontabText.parse(text).lines();
        var own = CrontabText.parse(text).entries().stream()
                .filter(entry -> touched.contains(ALICE + "/" + entry.id()))
                .map(CrontabEntry::line)
                .toList();
        return Stream.iterate(0, index -> index + 1)
                .limit(lines.size())
                .filter(index -> !own.contains(index))
                .map(lines::get)
                .filter(line -> !line.startsWith("# twin:")
                        && CrontabLine.Setting.read(line).isEmpty())
                .toList();
    }

    private static boolean isWithin(List<String> some, List<String> all) {
        var rest = new ArrayList<>(some);
        for (String line : all) {
            if (!rest.isEmpty() && rest.getFirst().equals(line)) {
                rest.removeFirst();
            }
        }
        return rest.isEmpty();
    }

    /** A mark that says what would have been derived anyway is not written by twin, and enabling takes it away. */
    @Test
    void disabling_and_enabling_again_gives_the_same_text() {
        Property.forAll(
                crontab().filter(text -> !text.contains("# twin:entry-")),
                text -> live(text).stream()
                        .filter(entry -> entry.job().enabled())
                        .forEach(entry -> {
                            var disabled =
                                    edited(text, new Disable(entry.id(), ALICE)).orElseThrow();
                            assertEquals(
                                    text,
                                    edited(disabled, new Enable(entry.id(), ALICE))
                                            .orElseThrow());
                        }));
    }

    @Test
    void adding_and_removing_again_gives_the_same_text() {
        Property.forAll(
                Combinators.combine(crontab(), job())
                        .as((text, job) -> new Edit(text, new Add(new CronId("new"), ALICE, job))),
                edit -> edited(edit.text(), edit.action())
                        .ifPresent(added -> assertEquals(
                                edit.text(),
                                edited(added, new Remove(new CronId("new"), ALICE))
                                        .orElseThrow())));
    }

    @Test
    void removing_and_adding_again_brings_back_all_that_was_seen() {
        Property.forAll(
                crontab(),
                text -> live(text)
                        .forEach(entry -> edited(text, new Remove(entry.id(), ALICE))
                                .flatMap(removed -> edited(removed, new Add(entry.id(), ALICE, entry.job())))
                                .ifPresent(back -> assertEquals(live(text), live(back)))));
    }

    @Test
    void changing_and_changing_back_gives_the_same_text() {
        var text = "# mine\nMAILTO=me\n\t0 3 * * *\t\ttrue\n# end\n";
        var entry = live(text).getFirst();
        var job = new CronJob(
                new Schedule("@daily"),
                new CronCommand("other"),
                true,
                entry.job().environment());
        var changed = edited(text, new Change(entry.id(), ALICE, job)).orElseThrow();
        assertEquals("# mine\nMAILTO=me\n# twin:" + entry.id() + "\n\t@daily\t\tother\n# end\n", changed);
        assertEquals(
                text,
                edited(changed, new Change(entry.id(), ALICE, entry.job())).orElseThrow());
    }

    @Test
    void an_empty_machine_gets_back_every_entry_with_its_variables() {
        Property.forAll(crontab(), text -> {
            var adds = live(text).stream()
                    .map(entry -> new Add(entry.id(), ALICE, entry.job()))
                    .toArray(CronAction[]::new);
            assertEquals(live(text), live(edited("", adds).orElseThrow()));
        });
    }

    @Test
    void an_added_entry_stands_at_the_end_below_its_mark() {
        assertEquals(
                "# mine\n0 1 * * * x\n# twin:backup\n0 3 * * * true\n",
                edited("# mine\n0 1 * * * x\n", new Add(BACKUP, ALICE, job("0 3 * * *", "true")))
                        .orElseThrow());
    }

    @Test
    void a_missing_end_of_the_last_line_is_supplied_before_anything_is_added() {
        assertEquals(
                "0 1 * * * x\n# twin:backup\n0 3 * * * true\n",
                edited("0 1 * * * x", new Add(BACKUP, ALICE, job("0 3 * * *", "true")))
                        .orElseThrow());
    }

    @Test
    void variables_for_one_entry_reach_no_other() {
        var text = "0 1 * * * x\n";
        var wanted = job("0 3 * * *", "true", Map.of("MAILTO", "", "PATH", "/bin"));
        assertEquals(
                "0 1 * * * x\n# twin:backup\nMAILTO=\"\"\nPATH=/bin\n0 3 * * * true\n",
                edited(text, new Add(BACKUP, ALICE, wanted)).orElseThrow());
        assertEquals(
                "# twin:backup\n0 3 * * * true\nMAILTO=me\n0 1 * * * x\n",
                edited("MAILTO=me\n0 1 * * * x\n", new Add(BACKUP, ALICE, job("0 3 * * *", "true")))
                        .orElseThrow());
    }

    @Test
    void what_cron_cannot_express_is_said_and_not_done() {
        var impossible = assertInstanceOf(
                CrontabEdit.Impossible.class,
                CrontabText.parse("A=1\n0 1 * * * x\n")
                        .with(List.of(new Add(BACKUP, ALICE, job("@daily", "true", Map.of("B", "2"))))));
        assertTrue(impossible.reason().contains("cron cannot unset a variable"), impossible::reason);
    }

    @Test
    void an_entry_without_a_place_is_named_with_a_remedy_and_its_neighbour_has_one() {
        var crontab = CrontabText.parse("MAILTO=x\n0 1 * * * /bin/z\n");
        var one = new Add(new CronId("n1"), ALICE, job("@daily", "/bin/n1", Map.of("A", "hunter2")));
        var two = new Add(new CronId("n2"), ALICE, job("@daily", "/bin/n2", Map.of("B", "1")));
        var good = new Add(new CronId("good"), ALICE, job("@daily", "/bin/good"));

        var obstacles = crontab.obstacles(List.of(one, two, good));

        assertEquals(Set.of(one.id(), two.id()), obstacles.keySet());
        assertEquals(
                "there is no place in it where n1 would have just the environment A and every other entry its own, for"
                        + " cron cannot unset a variable; take environment away from the entry and let its command set"
                        + " what it needs, as in: A=VALUE COMMAND",
                obstacles.get(one.id()));
        assertEquals(Map.of(), crontab.obstacles(List.of(good)));
    }

    @Test
    void what_has_no_obstacle_can_be_done_together() {
        Property.forAll(
                Combinators.combine(crontab(), action().list().ofMaxSize(5)).as(Edits::new), edits -> {
                    var text = CrontabText.parse(edits.text());
                    var actions = edits.distinct();
                    var obstacles = text.obstacles(actions).keySet();
                    var possible = actions.stream()
                            .filter(action -> !obstacles.contains(action.id()))
                            .toList();
                    assertInstanceOf(CrontabEdit.Changed.class, text.with(possible));
                });
    }

    private record Edits(String text, List<CronAction> actions) {
        List<CronAction> distinct() {
            return List.copyOf(actions.stream()
                    .collect(
                            Collectors.toMap(CronAction::id, action -> action, (first, _) -> first, LinkedHashMap::new))
                    .values());
        }
    }

    @Test
    void entries_with_few_variables_are_added_before_those_with_more() {
        var a = new Add(new CronId("a"), ALICE, job("@daily", "a", Map.of("M", "1")));
        var b = new Add(new CronId("b"), ALICE, job("@daily", "b", Map.of("M", "1", "P", "1")));
        var c = new Add(new CronId("c"), ALICE, job("@daily", "c", Map.of("M", "1", "P", "1", "Q", "1")));
        var d = new Add(new CronId("d"), ALICE, job("@daily", "d", Map.of("M", "2", "P", "1")));
        assertEquals(Optional.empty(), edited(edited("", a, b, c).orElseThrow(), d), "the order that must be avoided");
        assertEquals(4, live(edited("", a, b, c, d).orElseThrow()).size());
    }

    @Test
    void settings_that_came_with_an_entry_stay_when_an_entry_below_needs_them() {
        assertEquals(
                "MAILTO=me\n0 1 * * * x\n",
                edited("# twin:backup\nMAILTO=me\n0 3 * * * true\n0 1 * * * x\n", new Remove(BACKUP, ALICE))
                        .orElseThrow());
    }

    @Test
    void of_two_equal_entries_the_one_that_stays_keeps_its_id() {
        var text = "0 3 * * * true\n# between\n0 3 * * * true\n";
        var ids = live(text).stream().map(LiveCronEntry::id).toList();
        assertEquals(
                List.of(ids.getFirst().text(), ids.getFirst() + "-2"),
                ids.stream().map(CronId::text).toList());
        assertEquals(
                "# between\n# twin:" + ids.getLast() + "\n0 3 * * * true\n",
                edited(text, new Remove(ids.getFirst(), ALICE)).orElseThrow());
    }

    @Test
    void only_a_mark_makes_a_comment_a_disabled_entry() {
        assertEquals(List.of(), live("#0 3 * * * true\n"));
        var parked = live("# twin:backup\n#0 3 * * * true\n").getFirst();
        assertEquals("alice/backup", parked.key());
        assertEquals(false, parked.job().enabled());
    }

    @Test
    void a_remark_between_a_mark_and_its_entry_does_not_part_them() {
        var text = "# twin:backup\n# nightly, ask Bob before changing it\n0 3 * * * true\n";
        assertEquals(BACKUP, live(text).getFirst().id());
        assertEquals(
                "# twin:backup\n# nightly, ask Bob before changing it\n0 4 * * * true\n",
                edited(text, new Change(BACKUP, ALICE, job("0 4 * * *", "true")))
                        .orElseThrow());
    }

    @Test
    void a_mark_without_an_entry_takes_none_from_behind_a_blank_line() {
        assertTrue(
                live("# twin:backup\n\n0 3 * * * true\n").getFirst().id().text().startsWith("entry-"));
    }

    @Test
    void a_mark_that_was_copied_counts_once() {
        var ids = live("# twin:backup\n0 3 * * * true\n# twin:backup\n0 4 * * * true\n").stream()
                .map(LiveCronEntry::id)
                .toList();
        assertEquals(2, ids.size());
        assertTrue(ids.contains(BACKUP));
    }

    @Test
    void an_entry_that_no_document_can_hold_is_a_gap_and_the_others_are_seen() {
        var seen = CrontabText.parse("* * * * * a\rb\n# twin:backup\ngarbage\n0 3 * * * true\n* * * * *\n")
                .seenBy(ALICE);
        assertEquals(1, seen.live().size());
        assertEquals(3, seen.gaps().size());
        var gap = seen.gapOver("alice/backup").orElseThrow();
        assertTrue(gap.reason().startsWith("twin leaves line 3 of the crontab of alice alone: "), gap::reason);
    }

    @Test
    void entries_below_a_variable_that_twin_could_not_write_are_gaps() {
        var seen = CrontabText.parse("0 1 * * * x\nx-y=z\n0 3 * * * true\n").seenBy(ALICE);
        assertEquals(1, seen.live().size());
        assertEquals(1, seen.gaps().size());
    }
}
