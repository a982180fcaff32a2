package dev.twinsync.os.timers;

import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.timers.LiveTimer;
import dev.twinsync.domain.timers.TimerName;
import dev.twinsync.domain.timers.Workings;
import dev.twinsync.domain.timers.Written;
import dev.twinsync.domain.timers.Written.Form;
import dev.twinsync.os.Answer;
import dev.twinsync.os.timers.TwinsFiles.Found;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a look made of the properties of timers and of twin's own files.
 *
 * @param declared timers to be told of whatever they are
 */
record TimerLook(TwinsFiles files, Set<TimerName> declared) {

    /** One timer, why it was not seen, or neither. */
    private sealed interface Sighting {
        record There(LiveTimer timer) implements Sighting {}

        record Hidden(String reason) implements Sighting {}

        record Nothing() implements Sighting {}
    }

    Seen<LiveTimer> seen(Map<TimerName, TimerFacts> facts) {
        var live = new ArrayList<LiveTimer>();
        var gaps = new ArrayList<Gap>();
        facts.forEach((name, timer) -> {
            switch (sighting(name, timer)) {
                case Sighting.There(var found) -> live.add(found);
                case Sighting.Hidden(var reason) -> gaps.add(new Gap(name.text(), reason));
                case Sighting.Nothing() -> {}
            }
        });
        return new Seen<>(live, gaps);
    }

    private Sighting sighting(TimerName name, TimerFacts facts) {
        return switch (files.find(name)) {
            case Found.Foreign(var path) ->
                new Sighting.Hidden(
                        path + " is not as twin wrote it, so twin leaves it alone; if it may go, delete it");
            case Found.Nothing() -> sighting(name, facts, Optional.empty());
            case Found.Twins(var written) -> sighting(name, facts, Optional.of(written));
        };
    }

    private Sighting sighting(TimerName name, TimerFacts facts, Optional<Written> written) {
        return switch (facts.value("LoadState")) {
            case "loaded" -> loaded(name, facts, written);
            case "not-found" ->
                written.<Sighting>map(file -> new Sighting.There(new LiveTimer(
                                name, Optional.empty(), Optional.of(file), Optional.empty(), unread(facts))))
                        .orElseGet(Sighting.Nothing::new);
            case "masked" ->
                ifDeclared(
                        name,
                        "it is masked, so systemd does not tell what it does; say masked: false of it in"
                                + " state/services.yaml, apply that, and come back");
            case String state ->
                new Sighting.Hidden("systemd cannot load it (" + state + "); look with: systemctl status " + name);
        };
    }

    private Sighting loaded(TimerName name, TimerFacts facts, Optional<Written> written) {
        if (!facts.says("Id", name.text())) {
            return ifDeclared(name, "it is another name of " + facts.value("Id") + "; declare that one");
        }
        return switch (facts.workings()) {
            case Answer.Given<Workings>(var now) ->
                new Sighting.There(
                        new LiveTimer(name, Optional.of(now), written, otherwise(name, facts, written), unread(facts)));
            case Answer.None<Workings>(var reason) -> new Sighting.Hidden(reason);
        };
    }

    private Sighting ifDeclared(TimerName name, String reason) {
        return declared.contains(name) ? new Sighting.Hidden(reason) : new Sighting.Nothing();
    }

    private static boolean unread(TimerFacts facts) {
        return facts.says("NeedDaemonReload", "yes");
    }

    private Optional<Workings> otherwise(TimerName name, TimerFacts facts, Optional<Written> written) {
        var dropIn = files.path(name, Form.DROP_IN);
        return written.filter(file -> file.form() == Form.DROP_IN)
                .flatMap(_ -> UnitFiles.workings(
                        name,
                        facts.files().stream()
                                .filter(file -> !file.equals(dropIn))
                                .toList()));
    }
}
