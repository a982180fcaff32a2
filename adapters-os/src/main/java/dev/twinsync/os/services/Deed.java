package dev.twinsync.os.services;

import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.ServiceAction.Disable;
import dev.twinsync.domain.services.ServiceAction.Enable;
import dev.twinsync.domain.services.ServiceAction.Mask;
import dev.twinsync.domain.services.ServiceAction.Restart;
import dev.twinsync.domain.services.ServiceAction.Start;
import dev.twinsync.domain.services.ServiceAction.Stop;
import dev.twinsync.domain.services.ServiceAction.Unmask;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.os.Answer;
import dev.twinsync.port.Attempt;
import java.util.Set;

/** One action done to one systemd: the unit files are read again where they must be, and a failure is told with its cause. */
record Deed(Systemctl systemctl, UnitControl control, Patience patience) {

    private static final int LOOKS = 50;
    private static final long BETWEEN_MILLIS = 100;
    /** A daemon without a signal of its own counts as up once it was up in so many looks one after the other. */
    private static final int LOOKS_UP = 6;

    private static final Set<String> WITHOUT_SIGNAL = Set.of("simple", "exec", "idle");

    Attempt perform(ServiceAction action) {
        return fresh(action.name()).then(() -> byItsName(action)).then(() -> change(action));
    }

    private Attempt change(ServiceAction action) {
        if (action instanceof Restart restart && isStarting(action.name())) {
            return control.startAnew(restart).then(() -> lasting(action));
        }
        return control.change(action) instanceof Attempt.Refused(var reason)
                ? new Attempt.Refused(withCause(action, reason))
                : check(action);
    }

    /**
     * As every look tells it, in one of its short lives as well as between two of them. Systemd reloads nothing that is not up, nothing is
     * mended by a reload in its last moment, and what waits for its next start would be found waiting still.
     */
    private boolean isStarting(UnitName unit) {
        return new SecondLook(systemctl, patience, (_, facts) -> facts.wasStartedAgain()).at(unit)
                        instanceof Answer.Given<UnitFacts>(var facts)
                && facts.isStarting();
    }

    /**
     * What ended again and again is mended once it lasts, which one more short life does not. A look that comes afterwards may fall into that
     * life, so what did not last has failed whatever it finds.
     */
    private Attempt lasting(ServiceAction action) {
        var lasted = lasted(action);
        return lasted instanceof Attempt.Refused(var reason) ? new Attempt.Unfinished(reason) : lasted;
    }

    private Attempt lasted(ServiceAction action) {
        return settle(action).then(() -> switch (new SecondLook(systemctl, patience, (_, _) -> true)
                .untilItLasts(action.name())) {
            case Answer.None<UnitFacts>(var reason) -> new Attempt.Refused(reason);
            case Answer.Given<UnitFacts>(var facts) ->
                switch (Verdict.ofStart(facts)) {
                    case Verdict.Up() -> new Attempt.Ran();
                    case Verdict.Open() -> new Attempt.Refused(neither(action));
                    case Verdict.Down(var reason) -> new Attempt.Refused(reason);
                };
        });
    }

    private static String neither(ServiceAction action) {
        return "it is neither up nor down; see " + action.scope().status(action.name());
    }

    /** What must not be lost is known by its own name, so nothing is taken away by another one. */
    private Attempt byItsName(ServiceAction action) {
        if (!(action instanceof ServiceAction.TakesAway) || action.name().isTemplate()) {
            return new Attempt.Ran();
        }
        return switch (systemctl.show(action.name())) {
            case Answer.None<UnitFacts>(var reason) -> new Attempt.Refused(reason);
            case Answer.Given<UnitFacts>(var facts) ->
                !facts.id().equals(action.name().text())
                        ? new Attempt.Refused(
                                action.name() + " is another name of " + facts.id() + "; declare that one")
                        : new Attempt.Ran();
        };
    }

    /** A file that is newer than what systemd read, or a unit of which it never heard: it must read again. */
    private Attempt fresh(UnitName unit) {
        if (unit.isTemplate()) {
            return control.reload();
        }
        return switch (systemctl.show(unit)) {
            case Answer.None<UnitFacts>(var reason) -> new Attempt.Refused(reason);
            case Answer.Given<UnitFacts>(var facts) ->
                facts.says("NeedDaemonReload", "yes") || !facts.hasFile() ? control.reload() : new Attempt.Ran();
        };
    }

    private String withCause(ServiceAction action, String reason) {
        return action instanceof Start
                        && systemctl.show(action.name()) instanceof Answer.Given<UnitFacts>(var facts)
                        && facts.says("ActiveState", "failed")
                        && Verdict.ofStart(facts) instanceof Verdict.Down(var cause)
                ? reason + "; " + cause
                : reason;
    }

    private Attempt check(ServiceAction action) {
        if (action.name().isTemplate()) {
            return new Attempt.Ran();
        }
        return switch (action) {
            case Start _ -> settle(action);
            case Restart _ -> afterRestart(action);
            case Enable _, Disable _, Mask _, Unmask _, Stop _ -> complain(action);
        };
    }

    private Attempt complain(ServiceAction action) {
        return switch (systemctl.show(action.name())) {
            case Answer.None<UnitFacts>(var reason) -> new Attempt.Refused(reason);
            case Answer.Given<UnitFacts>(var facts) ->
                Complaint.of(action, facts)
                        .<Attempt>map(Attempt.Refused::new)
                        .orElseGet(() -> action instanceof Stop && facts.isDeadAfterTries()
                                ? forgotten(action)
                                : new Attempt.Ran());
        };
    }

    /**
     * Systemd forgets how often it tried a unit again with its next start, but not where it was stopped while it waited for a try: its
     * next run, by a timer or by hand, would be told as one try more. Of a unit that it has dropped meanwhile it has forgotten it.
     */
    private Attempt forgotten(ServiceAction stop) {
        if (!(control.forgetFailures(stop.name()) instanceof Attempt.Refused(var reason))
                || systemctl.show(stop.name()) instanceof Answer.Given<UnitFacts>(var facts)
                        && !facts.wasStartedAgain()) {
            return new Attempt.Ran();
        }
        return new Attempt.Unfinished(
                "it is stopped, but systemd still knows how often it tried it again, and twin would"
                        + " take its next run for one try more: " + reason + "; systemctl "
                        + stop.scope().option()
                        + "reset-failed " + stop.name() + " makes it forget that");
    }

    /** Waits until systemd has made up its mind. */
    private Attempt settle(ServiceAction action) {
        int up = 0;
        for (int look = 0; look < LOOKS; look++) {
            switch (systemctl.show(action.name())) {
                case Answer.None<UnitFacts>(var reason) -> {
                    return new Attempt.Refused(reason);
                }
                case Answer.Given<UnitFacts>(var facts) -> {
                    var verdict = Verdict.ofStart(facts);
                    if (verdict instanceof Verdict.Down(var reason)) {
                        return down(facts, reason);
                    }
                    up = verdict instanceof Verdict.Up ? up + 1 : 0;
                    if (up >= looksNeeded(facts)) {
                        return new Attempt.Ran();
                    }
                }
            }
            if (!patience.pause(BETWEEN_MILLIS)) {
                return new Attempt.Refused(Patience.INTERRUPTED);
            }
        }
        return new Attempt.Refused(neither(action));
    }

    /** A look tells of a job that it ended, and not how. */
    private static Attempt down(UnitFacts facts, String reason) {
        return facts.runsOnce() ? new Attempt.Unfinished(reason) : new Attempt.Refused(reason);
    }

    private static int looksNeeded(UnitFacts facts) {
        return WITHOUT_SIGNAL.contains(facts.value("Type")) ? LOOKS_UP : 1;
    }

    /** A unit that did not run is left alone, which is no failure. */
    private Attempt afterRestart(ServiceAction action) {
        return switch (systemctl.show(action.name())) {
            case Answer.Given<UnitFacts>(var facts) when facts.says("ActiveState", "inactive") -> new Attempt.Ran();
            case Answer.Given<UnitFacts> _ -> settle(action);
            case Answer.None<UnitFacts>(var reason) -> new Attempt.Refused(reason);
        };
    }
}
