package dev.twinsync.os.services;

import java.util.Optional;

/** What a unit's state says of an attempt to start it. */
sealed interface Verdict {

    record Up() implements Verdict {}

    /** Systemd has not made up its mind. */
    record Open() implements Verdict {}

    /** @param reason why, as systemd knows it */
    record Down(String reason) implements Verdict {}

    static Verdict ofStart(UnitFacts unit) {
        return switch (unit.value("ActiveState")) {
            case "active", "reloading", "refreshing" -> new Up();
            case "failed" -> new Down("it failed: " + result(unit));
            case "activating" -> unit.value("SubState").startsWith("auto-restart") ? new Down(again(unit)) : new Open();
            case "deactivating" -> new Open();
            case "inactive" -> ended(unit);
            case String other -> new Down("systemd calls it " + other);
        };
    }

    /** Why it is down where it failed and could be started again; empty: it did not, or a mask forbids it. */
    static Optional<String> ofFailure(UnitFacts unit) {
        return unit.says("ActiveState", "failed") && unit.says("LoadState", "loaded")
                ? Optional.of("it failed: " + result(unit))
                : Optional.empty();
    }

    private static Verdict ended(UnitFacts unit) {
        if (unit.says("ConditionResult", "no")) {
            return new Down("a Condition of its unit file is not met, so systemd did not start it");
        }
        if (!unit.says("Result", "success") && !unit.says("Result", "")) {
            return new Down("it failed: " + result(unit));
        }
        return unit.runsOnce() ? new Up() : new Down("it ended at once, without a fault, and does not run");
    }

    private static String again(UnitFacts unit) {
        return unit.says("Result", "success")
                ? "it ends and is started again and again"
                : "it fails and is started again and again: " + result(unit);
    }

    private static String result(UnitFacts unit) {
        var status = unit.value("ExecMainStatus");
        return switch (unit.value("Result")) {
            case "exit-code" -> status.equals("0") ? "exit-code" : "exit-code, status " + ExitStatus.explained(status);
            case "signal", "core-dump" -> unit.value("Result") + ", killed by signal " + status;
            case "timeout" -> "timeout, it was not ready in time";
            case "start-limit-hit" -> "start-limit-hit, it failed too often in a short time";
            case String other -> other;
        };
    }
}
