package dev.twinsync.os.supervisor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** How the fake misbehaves. All may be set while it runs, by a test or by {@code POST /_control/NAME} with the value as body. */
public final class FakeSwitches {

    /** What becomes of the next call that matters. */
    public enum Trouble {
        /** The connection ends, and nothing was done. */
        DROP,
        /** It is done, and the connection ends before the answer: as with a Supervisor that updates itself. */
        DROP_AFTERWARDS,
        /** It is done, and the answer breaks off in the middle. */
        HALF,
        /** A page for people. */
        GARBAGE,
        /** More than anybody wants. */
        OVERSIZE,
        /** An answer that is JSON and no envelope. */
        NO_ENVELOPE,
        /** No answer for as long as the fake lives. */
        SILENCE,
        /** A fault that nobody foresaw. */
        UNKNOWN_ERROR
    }

    private record Planned(Trouble trouble, Predicate<FakeCall> when) {}

    /** The log of a check that fails; empty: it passes, unless the folder of the configuration says otherwise. */
    public volatile String failCheck = "";

    /** An update of Home Assistant answers well, and the old version is there. */
    public volatile boolean failUpdateWithRollback;

    /** What the next jobs fail with; empty: they do not. */
    public volatile String failJob = "";

    /** A restore of an add-on answers well and has not brought back the image. */
    public volatile boolean restoreKeepsVersion;

    /** An add-on that is started falls over. */
    public volatile boolean failStart;

    /** The state of a Supervisor that is not ready; empty: it is. */
    public volatile String notReady = "";

    public volatile boolean migration;

    public volatile boolean coreDown;

    /** Home Assistant's own interface is not for this token. */
    public volatile boolean noCoreApi;

    public volatile boolean noJournal;

    /** It is older than work in the background. */
    public volatile boolean noBackground;

    /** Milliseconds before each answer. */
    public volatile int slow;

    /** How many calls that change something find another job in the way. */
    public volatile int busy;

    /** The role of the token. */
    public volatile String role = "manager";

    /** Per cent that a job in the background advances with each call. */
    public volatile int step = 40;

    /** What it wants of the machine. */
    public final FakeSystem system = new FakeSystem();

    private final List<Planned> planned = new CopyOnWriteArrayList<>();

    public void next(Trouble trouble, String method, String pattern) {
        planned.add(new Planned(trouble, call -> call.is(method, pattern)));
    }

    synchronized boolean takeBusy() {
        if (busy > 0) {
            busy--;
            return true;
        }
        return false;
    }

    Optional<Trouble> take(FakeCall call) {
        var found = planned.stream().filter(one -> one.when().test(call)).findFirst();
        found.ifPresent(planned::remove);
        return found.map(Planned::trouble);
    }

    /** From outside. @param value {@code true}, a number or a text; of {@code next}: {@code DROP POST supervisor/update} */
    public void set(String name, String value) {
        switch (name) {
            case "failCheck" -> failCheck = value;
            case "failUpdateWithRollback" -> failUpdateWithRollback = Boolean.parseBoolean(value);
            case "failJob" -> failJob = value;
            case "restoreKeepsVersion" -> restoreKeepsVersion = Boolean.parseBoolean(value);
            case "failStart" -> failStart = Boolean.parseBoolean(value);
            case "notReady" -> notReady = value;
            case "migration" -> migration = Boolean.parseBoolean(value);
            case "coreDown" -> coreDown = Boolean.parseBoolean(value);
            case "noCoreApi" -> noCoreApi = Boolean.parseBoolean(value);
            case "noBackground" -> noBackground = Boolean.parseBoolean(value);
            case "noJournal" -> noJournal = Boolean.parseBoolean(value);
            case "slow" -> slow = Integer.parseInt(value);
            case "busy" -> busy = Integer.parseInt(value);
            case "step" -> step = Integer.parseInt(value);
            case "role" -> role = value;
            case "next" -> {
                var words = value.split(" ");
                next(Trouble.valueOf(words[0]), words[1], words[2]);
            }
            default -> system.set(name, value);
        }
    }
}
