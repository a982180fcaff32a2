package dev.twinsync.os.worker;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignAction;
import dev.twinsync.domain.foreign.ForeignThing;
import dev.twinsync.domain.foreign.ForeignWish;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What every program of a plugin has to keep to, tried on the program itself. */
public final class PluginLaws {

    private static final String NO_SUCH = "twin.check.no_such";

    private final Foreign kind;
    private final Backend<ForeignThing, ForeignAction> backend;
    private final PluginVerdicts verdicts = new PluginVerdicts();

    private PluginLaws(Foreign kind, Backend<ForeignThing, ForeignAction> backend) {
        this.kind = kind;
        this.backend = backend;
    }

    /**
     * @param program by absolute path
     * @param wishes things that are not there, to be made and taken away again on this machine; none: it is only looked at
     * @throws IOException in words where it cannot even be started
     */
    public static List<PluginVerdict> of(String plugin, Foreign kind, Path program, List<ForeignWish> wishes)
            throws IOException {
        var all = new PluginVerdicts();
        all.addAll(PluginManners.of(plugin, program));
        if (all.areAllKept()) {
            var nobody = Self.ofThisProcess();
            var laws = new PluginLaws(
                    kind, new PluginBackend(plugin, kind, Path.of("/nowhere"), () -> program, false, nobody));
            laws.looking();
            if (!wishes.isEmpty() && laws.verdicts.areAllKept()) {
                laws.acting(wishes);
            }
            all.addAll(laws.verdicts.all());
        }
        return all.all();
    }

    private void looking() {
        judge("what it sees is what its schema knows", this::look);
        judge("two looks at an unchanged machine are equal", () -> same(look(), look()));
        judge("a look at some keys sees just these", () -> {
            var some = look().live().stream().map(Keyed::key).limit(3).collect(Collectors.toSet());
            same(
                    look().live().stream()
                            .filter(thing -> some.contains(thing.key()))
                            .toList(),
                    look(new Scope.Only(some)).live());
        });
        judge(
                "a key that is not there is left out",
                () -> same(List.of(), look(new Scope.Only(Set.of(NO_SUCH))).live()));
    }

    private void acting(List<ForeignWish> wishes) {
        var keys = wishes.stream().map(Keyed::key).collect(Collectors.toSet());
        var before = new ArrayList<Observation.Seen<ForeignThing>>();
        if (!judge("of what is to be tried nothing is there yet", () -> {
            before.add(look());
            same(List.of(), others(before.getFirst(), key -> keys.contains(key)));
        })) {
            return;
        }
        judge("it does what is wished, and nothing is left to do", () -> {
            carryOut(wishes);
            same(List.of(), kind.plan(wishes, look()));
        });
        judge(
                "it leaves alone what is not wished",
                () -> same(before.getFirst().live(), others(look(), key -> !keys.contains(key))));
        var back = keys.stream()
                .sorted()
                .map(kind::absent)
                .flatMap(Optional::stream)
                .toList();
        judge("it takes away what is to be absent, and then all is as it was", () -> {
            carryOut(back);
            same(before.getFirst(), look());
        });
    }

    private static List<ForeignThing> others(Observation.Seen<ForeignThing> seen, Predicate<String> keys) {
        return seen.live().stream().filter(thing -> keys.test(thing.key())).toList();
    }

    private void carryOut(List<ForeignWish> wishes) throws IOException {
        for (Step<ForeignAction> step : kind.plan(wishes, look())) {
            if (step instanceof Step.Do<ForeignAction>(var action, var _)) {
                var was = look().find(action.key());
                carryOut(action);
                var found = look().find(action.key());
                if (!kind.fulfils(kind.after(was, action), found)) {
                    throw new IOException(action.op() + " " + action.key() + ": what is there then is "
                            + found.map(ForeignThing::toString).orElse("nothing"));
                }
            }
        }
    }

    private void carryOut(ForeignAction action) throws IOException {
        for (List<ForeignAction> transaction : backend.transactions(List.of(action))) {
            if (backend.apply(transaction, Progress.SILENT) instanceof Attempt.Refused(var reason)) {
                throw new IOException(action.op() + " " + action.key() + ": " + reason);
            }
        }
    }

    private Observation.Seen<ForeignThing> look() throws IOException {
        return look(Scope.everything());
    }

    private Observation.Seen<ForeignThing> look(Scope scope) throws IOException {
        return switch (backend.observe(scope)) {
            case Observation.Seen<ForeignThing> seen -> seen;
            case Observation.Unavailable<ForeignThing>(var reason) -> throw new IOException(reason);
        };
    }

    private boolean judge(String sentence, PluginVerdicts.Law law) {
        return verdicts.judge(sentence, law);
    }

    private static void same(Object expected, Object found) throws IOException {
        if (!expected.equals(found)) {
            throw new IOException("expected " + expected + ", found " + found);
        }
    }
}
