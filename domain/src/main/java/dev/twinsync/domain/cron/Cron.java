package dev.twinsync.domain.cron;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.cron.CronAction.Add;
import dev.twinsync.domain.cron.CronAction.Change;
import dev.twinsync.domain.cron.CronAction.Disable;
import dev.twinsync.domain.cron.CronAction.Enable;
import dev.twinsync.domain.cron.CronAction.Remove;
import dev.twinsync.domain.cron.DesiredCronEntry.Absent;
import dev.twinsync.domain.cron.DesiredCronEntry.Present;
import dev.twinsync.domain.shape.Shape;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind of what runs by the clock: entries of the users' crontabs. */
public final class Cron implements Kind<DesiredCronEntry, LiveCronEntry, CronAction> {

    @Override
    public String name() {
        return "cron";
    }

    @Override
    public String listKey() {
        return "entries";
    }

    @Override
    public Action.Stage stage() {
        return Action.Stage.CRON;
    }

    @Override
    public Shape<DesiredCronEntry> desired() {
        return CronShapes.DESIRED;
    }

    @Override
    public Shape<LiveCronEntry> live() {
        return CronShapes.LIVE;
    }

    @Override
    public Shape<CronAction> action() {
        return CronShapes.ACTION;
    }

    @Override
    public Stream<Step<CronAction>> decide(Pair<DesiredCronEntry, LiveCronEntry> pair) {
        return switch (pair) {
            case Pair.Missing(Present wanted) when wanted.isMasked() -> blocked(wanted);
            case Pair.Missing(Present wanted) -> add(wanted);
            case Pair.Missing(Absent _) -> Stream.empty();
            case Pair.Both(Present wanted, var seen) -> correct(wanted, seen);
            case Pair.Both(Absent(var id, var user), var _) ->
                Stream.of(new Step.Do<>(new Remove(id, user), "declared absent, is in the crontab of " + user));
            case Pair.Unmanaged(var _) -> Stream.empty();
        };
    }

    /** The line would get the mask. */
    private static Stream<Step<CronAction>> blocked(Present wanted) {
        return Stream.of(new Step.Blocked<>(
                wanted.key(),
                "a mask stands there in place of a secret, which twin does not keep: put the secret into a file that"
                        + " only its owner may read, and let the command read it from there"));
    }

    private static Stream<Step<CronAction>> add(Present wanted) {
        return Stream.of(new Step.Do<>(
                new Add(wanted.id(), wanted.user(), wanted.job(CronEnvironment.NONE)),
                "declared present, not in the crontab of " + wanted.user()));
    }

    private static Stream<Step<CronAction>> correct(Present wanted, LiveCronEntry seen) {
        var job = wanted.job(seen.job().environment());
        if (job.equals(seen.job())) {
            return Stream.empty();
        }
        if (!job.equals(seen.job().withEnabled(job.enabled()))) {
            if (job.isMasked()) {
                return blocked(wanted);
            }
            return Stream.of(new Step.Do<>(new Change(wanted.id(), wanted.user(), job), difference(job, seen.job())));
        }
        return Stream.of(
                job.enabled()
                        ? new Step.Do<>(new Enable(wanted.id(), wanted.user()), "declared enabled, is commented out")
                        : new Step.Do<>(new Disable(wanted.id(), wanted.user()), "declared disabled, is enabled"));
    }

    /** Values of commands and variables are left out: they may be long or secret. */
    private static String difference(CronJob wanted, CronJob seen) {
        if (!wanted.schedule().equals(seen.schedule())) {
            return "declared at " + wanted.schedule() + ", runs at " + seen.schedule();
        }
        return wanted.command().equals(seen.command())
                ? "declared with another environment"
                : "declared with another command";
    }

    @Override
    public Optional<LiveCronEntry> after(Optional<LiveCronEntry> seen, CronAction action) {
        return switch (action) {
            case Add(var id, var user, var job) -> Optional.of(new LiveCronEntry(id, user, job));
            case Change(var id, var user, var job) -> Optional.of(new LiveCronEntry(id, user, job));
            case Remove _ -> Optional.empty();
            case Enable _ -> seen.map(found -> withEnabled(found, true));
            case Disable _ -> seen.map(found -> withEnabled(found, false));
        };
    }

    private static LiveCronEntry withEnabled(LiveCronEntry seen, boolean enabled) {
        return new LiveCronEntry(seen.id(), seen.user(), seen.job().withEnabled(enabled));
    }

    @Override
    public DesiredCronEntry adopt(LiveCronEntry seen) {
        return wish(seen, Optional.of(seen.job().environment()));
    }

    @Override
    public Optional<DesiredCronEntry> absent(String key) {
        int slash = key.indexOf('/');
        return Optional.of(new Absent(new CronId(key.substring(slash + 1)), new UserName(key.substring(0, slash))));
    }

    /** Every entry, for nothing else would bring it back; a disabled one too, for it was parked there on purpose. */
    @Override
    public Optional<DesiredCronEntry> firstWish(LiveCronEntry seen) {
        var environment = Optional.of(seen.job().environment());
        return Optional.of(wish(seen, environment.filter(found -> !found.equals(CronEnvironment.NONE))));
    }

    private static Present wish(LiveCronEntry seen, Optional<CronEnvironment> environment) {
        var job = seen.job();
        return new Present(
                seen.id(),
                seen.user(),
                job.schedule(),
                job.command(),
                job.enabled(),
                environment,
                job.schedule().flaw().isPresent());
    }
}
