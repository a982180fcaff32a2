package dev.twinsync.os.packages;

import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageAction.ChangeVersion;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.port.Progress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What twin asks of apt. */
final class Apt {

    private static final Duration DOWNLOAD_OF_LISTS = Duration.ofMinutes(10);

    private final Tools tools;
    private final Dpkg dpkg;

    Apt(Tools tools, Dpkg dpkg) {
        this.tools = tools;
        this.dpkg = dpkg;
    }

    Answer<Request> request(List<PackageAction> actions, Installation installation) {
        var changes = Request.changesAmong(actions);
        boolean touchesHeld = changes.stream().map(PackageAction::key).anyMatch(installation::isHeld);
        Answer<Boolean> lowers = new Answer.Given<>(false);
        for (PackageAction change : changes) {
            lowers = lowers.then(already -> already ? new Answer.Given<>(true) : lowers(change, installation));
        }
        return lowers.map(some -> new Request(changes, touchesHeld, some));
    }

    private Answer<Boolean> lowers(PackageAction action, Installation installation) {
        var there = installation.find(action.key()).map(DpkgRow::version);
        return action instanceof ChangeVersion(var _, var version) && there.isPresent()
                ? dpkg.isLower(version.text(), there.get())
                : new Answer.Given<>(false);
    }

    /** Unlike apt-get it does not fail on a name that is unknown, and tells which names it knows exactly. */
    Answer<Policy> policy(Collection<String> names) {
        return names.isEmpty()
                ? new Answer.Given<>(Policy.parse(""))
                : tools.ask(
                                "apt-cache",
                                List.of("policy"),
                                names.stream().sorted().toList())
                        .map(Policy::parse);
    }

    Result simulate(Request request) {
        return tools.runner().run(request.simulation());
    }

    static Answer<Simulation> read(Result result) {
        return switch (result) {
            case Result.Ended ended when ended.exit() == 0 -> Simulation.parse(ended.text());
            case Result.Ended ended -> new Answer.None<>(AptErrors.inWords("apt-get", ended));
            case Result failed -> new Answer.None<>(failed.inWords("apt-get"));
        };
    }

    /** How all that arrives stands to others. */
    Answer<List<Part>> parts(Simulation simulation) {
        var exact = simulation.arrivals().stream()
                .map(arrival -> arrival.name() + "=" + arrival.version())
                .toList();
        return exact.isEmpty()
                ? new Answer.Given<>(List.of())
                : tools.ask("apt-cache", List.of("show"), exact).map(Stanzas::parse);
    }

    Optional<String> updateLists() {
        var update = Command.of("apt-get", "-q", "-o", "DPkg::Lock::Timeout=60", "update")
                .withLimit(DOWNLOAD_OF_LISTS);
        return tools.ask(update) instanceof Answer.None<String>(var reason) ? Optional.of(reason) : Optional.empty();
    }

    Answer<String> run(Request request, Progress progress) {
        return tools.ask(request.realThing().onLine(new AptProgress(progress)::line));
    }

    Answer<String> mark(Marks marks) {
        Answer<String> last = new Answer.Given<>("");
        for (Command command : marks.commands()) {
            last = last.then(_ -> tools.ask(command));
        }
        return last;
    }
}
