package dev.twinsync.os.timers;

import dev.twinsync.domain.timers.TimerAction.Remove;
import dev.twinsync.domain.timers.TimerAction.Writes;
import dev.twinsync.domain.timers.TimerName;
import dev.twinsync.domain.timers.Written;
import dev.twinsync.domain.timers.Written.Form;
import dev.twinsync.os.Answer;
import dev.twinsync.os.services.Systemctl;
import dev.twinsync.os.timers.TwinsFiles.Found;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.util.List;
import java.util.Optional;

/** One file of twin written or taken away, and systemd told of it. */
record TimerDeed(Systemctl systemctl, TwinsFiles files, CalendarCheck calendar, Progress progress) {

    /** What systemd cannot load goes again, and what was there before comes back. */
    Attempt write(Writes action) {
        var name = action.name();
        var form = action.written().form();
        var fault = calendar.fault(action.setting());
        if (fault.isPresent()) {
            return new Attempt.Refused(fault.get());
        }
        return switch (files.find(name, form)) {
            case Found.Foreign(var path) -> foreign(path.toString());
            case Found.Nothing() -> write(name, action.written(), Optional.empty());
            case Found.Twins(var before) -> write(name, action.written(), Optional.of(before));
        };
    }

    private Attempt write(TimerName name, Written file, Optional<Written> before) {
        return files.write(name, file, progress).then(this::reload).then(() -> {
            var state = state(name);
            return state.equals("loaded")
                    ? new Attempt.Ran()
                    : putBack(name, file.form(), before, "systemd could not load it: " + state);
        });
    }

    private Attempt putBack(TimerName name, Form form, Optional<Written> before, String why) {
        var back = before.map(file -> files.write(name, file, progress))
                .orElseGet(() -> files.remove(name, form, progress))
                .then(this::reload);
        return switch (back) {
            case Attempt.Refused(var reason) ->
                new Attempt.Refused(why + "; and it could not be taken back: " + reason);
            case Attempt.Unfinished(var reason) ->
                new Attempt.Refused(why + "; and it could not be taken back: " + reason);
            case Attempt.Ran _, Attempt.OnProbation _, Attempt.TakenBack _ ->
                new Attempt.Refused(why + "; it was taken back");
        };
    }

    /** A timer that is gone would go on to elapse, and stay wanted at boot. */
    Attempt remove(Remove action) {
        var name = action.name();
        return switch (files.find(name, action.form())) {
            case Found.Nothing() -> reload();
            case Found.Foreign(var path) -> foreign(path.toString());
            case Found.Twins _ ->
                switchedOff(action)
                        .then(() -> files.remove(name, action.form(), progress))
                        .then(this::reload);
        };
    }

    private Attempt switchedOff(Remove action) {
        return action.form() == Form.UNIT
                ? systemctl.change("disable", List.of("--now"), action.key()).attempted()
                : new Attempt.Ran();
    }

    private static Attempt foreign(String path) {
        return new Attempt.Refused(path + " is not as twin wrote it, so twin leaves it alone; if it may go, delete it");
    }

    private Attempt reload() {
        return systemctl.reload().attempted();
    }

    private String state(TimerName name) {
        return switch (systemctl.properties("LoadState", List.of(name.text()))) {
            case Answer.Given<String>(var text) -> text.strip().replace("LoadState=", "");
            case Answer.None<String>(var reason) -> reason;
        };
    }
}
