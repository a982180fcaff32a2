package dev.twinsync.os.desktop;

import dev.twinsync.domain.desktop.DesktopPlace.Group;
import dev.twinsync.domain.desktop.SettingName;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes settings with {@code kwriteconfig} of Plasma 6 or 5, and tells a running Plasma. */
record KdeTools(CommandRunner runner, Session session) {

    private static final List<String> WRITERS = List.of("kwriteconfig6", "kwriteconfig5");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Palette, fonts, style and everything else, as KGlobalSettings numbers them. */
    private static final int KINDS_OF_CHANGES = 4;

    /** The newer one of those that are installed. */
    Optional<String> writer() {
        return WRITERS.stream()
                .filter(writer -> !(run(Command.of(writer, "--help")) instanceof Result.NoSuchProgram))
                .findFirst();
    }

    Result write(String writer, Group place, SettingName name, String value) {
        return run(Command.of(writer, arguments(place, name, List.of("--", value))));
    }

    Result delete(String writer, Group place, SettingName name) {
        return run(Command.of(writer, arguments(place, name, List.of("--delete", "--", ""))));
    }

    private static List<String> arguments(Group place, SettingName name, List<String> more) {
        var arguments = new ArrayList<String>();
        arguments.add("--file=" + place.file());
        place.groups().forEach(group -> arguments.add("--group=" + group));
        arguments.add("--key=" + name);
        arguments.addAll(more);
        return arguments;
    }

    private Result run(Command command) {
        return runner.run(command.withEnvironment(environment()));
    }

    /** Without the defaults of the machine: KConfig does not write down what is the default anyway, but it was declared. */
    private Map<String, String> environment() {
        var environment = new HashMap<>(session.environment());
        environment.put(
                "XDG_CONFIG_DIRS", session.configuration().resolve("none").toString());
        environment.put("QT_QPA_PLATFORM", "offscreen");
        return environment;
    }

    /** Where no Plasma runs nobody has to be told, so it does not matter how this ends. */
    void tellPlasma() {
        if (session.lacksBus().isPresent() || !isTold("call", "org.kde.KWin", "/KWin", "org.kde.KWin", "reconfigure")) {
            return;
        }
        for (int change = 0; change < KINDS_OF_CHANGES; change++) {
            isTold("emit", "/KGlobalSettings", "org.kde.KGlobalSettings", "notifyChange", "ii", "" + change, "0");
        }
    }

    private boolean isTold(String... words) {
        var arguments = new ArrayList<>(List.of("--user", "--auto-start=no", "--timeout=" + PATIENCE.toSeconds()));
        arguments.addAll(List.of(words));
        var command = Command.of("busctl", arguments)
                .withEnvironment(session.environment())
                .withLimit(PATIENCE.plusSeconds(1));
        return runner.run(command) instanceof Result.Ended ended && ended.exit() == 0;
    }
}
