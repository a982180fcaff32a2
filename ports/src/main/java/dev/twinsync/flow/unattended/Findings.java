package dev.twinsync.flow.unattended;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Notice;
import dev.twinsync.port.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a run by the clock found.
 *
 * @param drift what is not as wished, thing by thing, as {@code services.systemd/start/nginx.service}
 * @param done what was done about it, and why the rest was not, each in a sentence
 * @param faults what went wrong, each in a sentence
 * @param commit of the snapshot; empty where nothing had changed
 */
public record Findings(List<String> drift, List<String> done, List<String> faults, Optional<String> commit) {

    private static final int MOST_LINES = 200;

    public Findings {
        drift = List.copyOf(drift);
        done = List.copyOf(done);
        faults = List.copyOf(faults);
    }

    /** Where nothing could be looked at. @param faults why, each in a sentence */
    public static Findings ofNothing(Brought brought, List<String> faults) {
        var all = Stream.concat(brought.faults().stream(), faults.stream()).toList();
        return new Findings(List.of(), brought.done(), all, Optional.empty());
    }

    /** The things that a plan is about. */
    static List<String> thingsOf(List<Section<?, ?, ?>> sections) {
        return sections.stream().flatMap(Findings::things).toList();
    }

    private static Stream<String> things(Section<?, ?, ?> section) {
        var things = new ArrayList<String>();
        section.actions().forEach(planned -> things.add(section.id(planned.action())));
        section.blocked().forEach(step -> things.add(section.plugin() + "/blocked/" + step.key()));
        section.later().forEach(step -> things.add(section.plugin() + "/later/" + step.key()));
        return things.stream();
    }

    /** The same, its sentences in other words. */
    Findings with(UnaryOperator<String> words) {
        return new Findings(
                drift,
                done.stream().map(words).toList(),
                faults.stream().map(words).toList(),
                commit);
    }

    public boolean isQuiet() {
        return drift.isEmpty() && faults.isEmpty();
    }

    /** The same findings have the same one; empty where there is nothing to tell. */
    Optional<Digest> digest() {
        return isQuiet()
                ? Optional.empty()
                : Optional.of(Sha256.of(String.join(
                                "\n",
                                Stream.concat(
                                                drift.stream().sorted(),
                                                faults.stream().sorted())
                                        .toList())
                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** @param machine what it is called */
    Notice notice(String machine, String repository) {
        var lines = new ArrayList<String>();
        faults.forEach(fault -> lines.add("went wrong: " + fault));
        lines.addAll(done);
        lines.addAll(driftIn(repository));
        return new Notice(
                Printable.of("twin on " + machine + ": " + subject()), shown(lines), facts(machine, repository));
    }

    /** What is not as this repository wishes it, in lines for a person; none where all is. */
    public List<String> driftLines(String repository) {
        return shown(driftIn(repository));
    }

    private List<String> driftIn(String repository) {
        var lines = new ArrayList<String>();
        if (!drift.isEmpty()) {
            lines.add("not as " + repository + " wishes it:");
            drift.forEach(thing -> lines.add("  " + thing));
            lines.add("To see what it would take, run: twin plan --repo " + ShellWord.of(repository));
        }
        return lines;
    }

    private static List<String> shown(List<String> lines) {
        return lines.stream().limit(MOST_LINES).map(Printable::of).toList();
    }

    private String subject() {
        if (drift.isEmpty()) {
            return faults.size() == 1 ? "something went wrong" : faults.size() + " things went wrong";
        }
        return drift.size() + (drift.size() == 1 ? " thing is" : " things are") + " not as wished"
                + (faults.isEmpty() ? "" : ", and something went wrong");
    }

    private Tree facts(String machine, String repository) {
        var map = Tree.map()
                .put("event", faults.isEmpty() ? "drift" : "fault")
                .put("machine", machine)
                .put("repository", repository)
                .put("drift", Tree.list(drift.stream().map(Tree::text).toList()))
                .put("done", Tree.list(done.stream().map(Tree::text).toList()))
                .put("faults", Tree.list(faults.stream().map(Tree::text).toList()));
        commit.ifPresent(id -> map.put("commit", id));
        return map.build();
    }
}
