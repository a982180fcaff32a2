package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.services.UnitId;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Self;
import dev.twinsync.os.homeassistant.Installation.Alone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds Home Assistant where it runs as a program of the machine. Whoever starts a process says what its folder is, and root
 * would write there: another user's process counts only where it is what a unit of the machine runs, and the folder is that
 * user's own.
 */
record Lonely(Machine machine, Self self, Processes processes, Units units) {

    private static final String DEFAULT_FOLDER = ".homeassistant";
    private static final String USUAL_USER = "homeassistant";

    List<Alone> find(List<HassProcess> running, List<String> hidden) {
        var outside =
                running.stream().filter(process -> !process.isInContainer()).toList();
        var found = new ArrayList<Alone>();
        found.addAll(ofUnits(outside, hidden));
        outside.stream()
                .filter(process -> process.uid() == self.uid())
                .flatMap(process -> own(process).stream())
                .forEach(found::add);
        found.addAll(atRest());
        return found;
    }

    private List<Alone> ofUnits(List<HassProcess> running, List<String> hidden) {
        var names = new TreeSet<>(units.names());
        running.stream().flatMap(process -> process.unit().stream()).forEach(names::add);
        return switch (units.show(names)) {
            case Answer.Given<List<Units.Unit>>(var known) ->
                known.stream().flatMap(unit -> ofUnit(unit, running).stream()).toList();
            case Answer.None<List<Units.Unit>>(var reason) -> {
                hidden.add("whether a unit runs Home Assistant is not known: " + reason);
                yield List.of();
            }
        };
    }

    private Optional<Alone> ofUnit(Units.Unit unit, List<HassProcess> running) {
        var process = running.stream()
                .filter(candidate ->
                        candidate.unit().filter(unit.name()::equals).isPresent())
                .filter(candidate -> processes.comesFrom(candidate, unit.pid()))
                .findFirst();
        var command = unit.command().or(() -> process.map(HassProcess::command));
        var user = process.map(found -> machine.account(found.uid()))
                .or(() -> machine.account(unit.user().isEmpty() ? "root" : unit.user()));
        if (command.isEmpty() || user.isEmpty()) {
            return Optional.empty();
        }
        return folder(command.get(), user.get(), process)
                .filter(folder -> isTrusted(folder, user.get()))
                .map(folder ->
                        new Alone(folder, command.get().program(), user.get(), UnitId.of(unit.name()), pid(process)));
    }

    /** Where this user may not look, it does not write either; root may look everywhere. */
    private boolean isTrusted(Path folder, Account user) {
        var owner = Machine.owner(folder);
        return owner.map(uid -> uid == user.uid()).orElse(!self.isRoot());
    }

    private Optional<Alone> own(HassProcess process) {
        var user = machine.account(process.uid());
        return folder(process.command(), user, Optional.of(process))
                .map(folder -> new Alone(
                        folder,
                        process.command().program(),
                        user,
                        process.unitOfUser().flatMap(name -> UnitId.of(user.name() + "/" + name)),
                        OptionalInt.of(process.pid())));
    }

    /** Nothing runs, but a configuration is where it would be. */
    private List<Alone> atRest() {
        return Stream.concat(Stream.of(machine.account(self.uid())), machine.account(USUAL_USER).stream())
                .distinct()
                .flatMap(user -> machine
                        .home(user)
                        .map(home -> home.resolve(DEFAULT_FOLDER))
                        .filter(Machine::isConfiguration)
                        .map(machine::real)
                        .filter(folder -> isTrusted(folder, user))
                        .map(folder -> new Alone(folder, List.of(), user, Optional.empty(), OptionalInt.empty()))
                        .stream())
                .toList();
    }

    private Optional<Path> folder(HassCommand command, Account user, Optional<HassProcess> process) {
        return command.folder()
                .map(Path::of)
                .flatMap(named -> named.isAbsolute()
                        ? Optional.of(named)
                        : process.flatMap(HassProcess::workingFolder).map(working -> working.resolve(named)))
                .map(folder -> machine.place(folder.toString()))
                .or(() -> command.folder().isPresent()
                        ? Optional.empty()
                        : machine.home(user).map(home -> home.resolve(DEFAULT_FOLDER)))
                .map(machine::real);
    }

    private static OptionalInt pid(Optional<HassProcess> process) {
        return process.map(found -> OptionalInt.of(found.pid())).orElse(OptionalInt.empty());
    }
}
