package dev.twinsync.os.services;

import dev.twinsync.domain.services.UnitFileState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The properties of one unit, as {@code systemctl show} prints them; a property that a unit has not is the empty text. */
record UnitFacts(Map<String, String> lines) {

    static final List<String> PROPERTIES = List.of(
            "Id",
            "LoadState",
            "UnitFileState",
            "FragmentPath",
            "ActiveState",
            "SubState",
            "ActiveEnterTimestampMonotonic",
            "NRestarts",
            "NeedDaemonReload",
            "Type",
            "RemainAfterExit",
            "BusName",
            "Triggers",
            "TriggeredBy",
            "Wants",
            "Requires",
            "BindsTo",
            "Upholds",
            "Result",
            "ConditionResult",
            "ExecMainCode",
            "ExecMainStatus");

    static UnitFacts of(List<String> block) {
        var lines = new LinkedHashMap<String, String>();
        block.stream()
                .map(line -> line.split("=", 2))
                .filter(line -> line.length == 2)
                .forEach(line -> lines.put(line[0], line[1]));
        return new UnitFacts(lines);
    }

    String value(String property) {
        return lines.getOrDefault(property, "");
    }

    boolean says(String property, String value) {
        return value(property).equals(value);
    }

    /** The name that systemd itself uses; another one than asked for where that was an alias. */
    String id() {
        return value("Id");
    }

    /** A unit runs on when its file is taken away. */
    boolean isThere() {
        return hasFile() || isRunning();
    }

    boolean hasFile() {
        return !says("LoadState", "not-found") && (!says("UnitFileState", "") || isBroken());
    }

    /** Systemd found its file and cannot read it. */
    boolean isBroken() {
        return says("LoadState", "error") || says("LoadState", "bad-setting");
    }

    /** Empty where systemd uses a word that twin does not know. */
    Optional<UnitFileState> state() {
        if (!hasFile()) {
            return Optional.of(UnitFileState.NO_FILE);
        }
        return says("UnitFileState", "") ? Optional.of(UnitFileState.BAD) : state(value("UnitFileState"));
    }

    static Optional<UnitFileState> state(String word) {
        return Arrays.stream(UnitFileState.values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    boolean isRunning() {
        return Set.of("active", "reloading", "refreshing").contains(value("ActiveState"));
    }

    /**
     * Systemd starts it, or waits to start it again; {@code auto-restart} is a sort of activating, and newer versions of systemd pass
     * through two more states on the way there.
     */
    boolean isStarting() {
        return says("ActiveState", "activating") || value("SubState").endsWith("-before-auto-restart");
    }

    /** Systemd starts it, not for the first time since somebody or a timer did. */
    boolean isTriedAgain() {
        return isStarting() && (wasStartedAgain() || value("SubState").contains("auto-restart"));
    }

    /** It does not run and did not fail, and systemd has not forgotten how often it tried it again. */
    boolean isDeadAfterTries() {
        return says("ActiveState", "inactive") && wasStartedAgain();
    }

    /** How often systemd started it again by itself since somebody started it. */
    long restarts() {
        return number("NRestarts");
    }

    boolean wasStartedAgain() {
        return restarts() > 0;
    }

    /** Since when it is active, in microseconds of the machine's monotonic clock. */
    long activeSince() {
        return number("ActiveEnterTimestampMonotonic");
    }

    /** Zero where systemd, or this sort of unit, does not count that. */
    private long number(String property) {
        return value(property).matches("[0-9]{1,18}") ? Long.parseLong(value(property)) : 0;
    }

    /** The same unit a moment later, as one that is being started where it was started again meanwhile, whatever it does just now. */
    UnitFacts startedAgainSince(UnitFacts earlier) {
        if (restarts() <= earlier.restarts()) {
            return this;
        }
        var again = new LinkedHashMap<>(lines);
        again.put("ActiveState", "activating");
        again.put("SubState", "auto-restart");
        return new UnitFacts(again);
    }

    /** It is active only while it does its one thing. */
    boolean runsOnce() {
        return says("Type", "oneshot") && !says("RemainAfterExit", "yes");
    }

    /** Masked by the package itself, below {@code /usr/lib}: nobody decided that on this machine. */
    boolean isMaskedByItsPackage() {
        return says("LoadState", "masked")
                && (value("FragmentPath").startsWith("/usr/")
                        || value("FragmentPath").startsWith("/lib/"));
    }

    List<String> names(String property) {
        return Arrays.stream(value(property).split(" "))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
