package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.homeassistant.Installation.Alone;
import dev.twinsync.os.homeassistant.Installation.Contained;
import dev.twinsync.os.homeassistant.Installation.Supervised;
import dev.twinsync.os.homeassistant.Soundness.Unknown;
import dev.twinsync.os.supervisor.CoreApi;
import dev.twinsync.os.supervisor.Fault;
import dev.twinsync.os.supervisor.NoAnswer;
import dev.twinsync.os.supervisor.Patience;
import dev.twinsync.os.supervisor.SupervisorApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets Home Assistant check its configuration, by what each kind of installation has for it. Secrets are never asked for. */
record ConfigurationCheck(Reach reach) {

    private static final long MOST = 4 << 20;
    private static final String REMEDY = "twin changes no configuration that it cannot check";

    /** Why nobody can be asked to check it; empty: it may be tried. */
    Optional<String> whyNone(Installation installation) {
        return switch (installation) {
            case Supervised(var _, var core, var _) ->
                core.isPresent() ? Optional.empty() : reason(reach.supervisor().get());
            case Contained(var _, var container) ->
                container.running()
                        ? Optional.empty()
                        : Optional.of("the container " + container.name() + " does not run, so nobody can check its"
                                + " configuration; start it: " + container.program() + " start " + container.name());
            case Alone alone ->
                alone.program().isEmpty()
                        ? reason(reach.direct().get())
                                .map(reason -> "the program of the Home Assistant in " + alone.folder()
                                        + " is not known, as neither a process nor a unit names it; start it, or: "
                                        + reason)
                        : reason(script(alone));
        };
    }

    private static Optional<String> reason(Answer<?> answer) {
        return answer instanceof Answer.None<?>(var reason) ? Optional.of(reason + "; " + REMEDY) : Optional.empty();
    }

    /** Takes up to ten minutes. */
    Soundness of(Installation installation) {
        var none = whyNone(installation);
        if (none.isPresent()) {
            return new Unknown(none.get());
        }
        return switch (installation) {
            case Supervised(var _, var core, var _) ->
                reach.supervisor().get() instanceof Answer.Given<SupervisorApi>(var api)
                        ? bySupervisor(api)
                        : within(core.orElseThrow());
            case Contained(var _, var container) -> within(container);
            case Alone alone -> alone.program().isEmpty() ? byCore(alone) : byScript(alone);
        };
    }

    /** A configuration that is not sound is told as a fault, with the words of the script; so are other things, with other words. */
    private static Soundness bySupervisor(SupervisorApi api) {
        try {
            api.post("core/check", Patience.CONTAINER);
            return new Soundness.Sound();
        } catch (NoAnswer no) {
            return no.fault() instanceof Fault.Refused refused && CheckScript.isOfTheScript(refused.message())
                    ? Soundness.broken(refused.message())
                    : new Unknown("the configuration could not be checked: " + no.getMessage());
        }
    }

    private Soundness within(FoundContainer container) {
        var command = Command.of(
                container.program(),
                List.of(
                        "exec",
                        container.id(),
                        "python3",
                        "-m",
                        "homeassistant",
                        "-c",
                        "/config",
                        "--script",
                        CheckScript.NAME));
        return run(
                container.program() + " exec " + container.name(),
                command.withEnvironment(reach.engines().environment(container.engine())));
    }

    private Soundness byScript(Alone alone) {
        return switch (script(alone)) {
            case Answer.Given<Command>(var command) -> run(alone.program().getFirst(), command);
            case Answer.None<Command>(var reason) -> new Unknown(reason);
        };
    }

    private Answer<Command> script(Alone alone) {
        var argv = new ArrayList<>(alone.program());
        argv.addAll(List.of("--script", CheckScript.NAME, "-c", alone.folder().toString()));
        return new AsUser(reach.machine(), reach.self()).command(alone.user(), argv);
    }

    private Soundness run(String program, Command command) {
        return CheckScript.verdict(
                program,
                reach.commands().run(command.withLimit(Patience.CONTAINER).withMaxOutput(MOST)));
    }

    /** It answers for the folder that it runs on, which must be this one. */
    private Soundness byCore(Alone alone) {
        return switch (reach.core(alone)) {
            case Answer.None<CoreApi>(var reason) -> new Unknown(reason);
            case Answer.Given<CoreApi>(var api) -> {
                try {
                    yield byCore(alone, api);
                } catch (IOException no) {
                    yield new Unknown("the configuration could not be checked: " + no.getMessage());
                }
            }
        };
    }

    private static Soundness byCore(Alone alone, CoreApi api) throws IOException {
        var folder = api.get("config", Patience.LOOK).at("config_dir").text();
        if (!folder.equals(alone.folder().toString())) {
            return new Unknown("the Home Assistant that answers has its configuration in "
                    + Soundness.broken(folder).log() + " and not in " + alone.folder() + ", so it cannot check it");
        }
        var said = api.post("config/core/check_config", Tree.map().build(), Patience.CONTAINER);
        return switch (said.at("result").text()) {
            case "valid" -> new Soundness.Sound();
            case "invalid" -> Soundness.broken(said.at("errors").text());
            case String other ->
                new Unknown("Home Assistant does not say whether the configuration is sound, but \""
                        + Soundness.broken(other).log() + "\"");
        };
    }
}
